"""The app in a browser: a server that opens a process of it for each page. Only this room imports aiohttp."""
