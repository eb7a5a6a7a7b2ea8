"""The reader: pure layout and motion, and the widget that shows them."""
