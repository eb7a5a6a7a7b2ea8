"""The app in a browser: a server with an app process for each page. Only this room imports aiohttp."""
