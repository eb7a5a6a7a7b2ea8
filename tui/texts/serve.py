"""What the server says, to the one who starts it and in the page."""

ROWS: dict[str, tuple[str, str]] = {
    # serve
    "cli.command.serve": (
        "the app in a browser, for people with a token each",
        "在浏览器中提供同一程序，每人一个令牌",
    ),
    "cli.option.serve.host": (
        "listen on this address (127.0.0.1: this machine alone)",
        "监听的地址（127.0.0.1：仅本机）",
    ),
    "cli.option.serve.port": (
        "listen on this port (8000; 0: any free one)",
        "监听的端口（8000；0 为任一空闲端口）",
    ),
    "cli.option.serve.url": (
        "the address that people use, where a proxy stands before it",
        "前面有代理时，大家使用的网址",
    ),
    "cli.option.serve.add": (
        "add a person and print the link that lets them in, once",
        "添加一人并打印其登录链接（只打印一次）",
    ),
    "cli.option.serve.remove": ("let this person in no more", "不再允许此人进入"),
    "cli.option.serve.list": ("list the people", "列出所有人"),
    "cli.option.serve.sessions": ("pages open at a time (20)", "同时打开的页面数（20）"),
    "cli.option.serve.person": ("of them one person's (4)", "其中每人最多（4）"),
    "cli.option.serve.idle": (
        "close a page after so long without a key (120)",
        "多久没有按键后关闭页面（120 分钟）",
    ),
    "serve.link": (
        "The link for {name}; it is not shown again:",
        "{name} 的链接，不会再次显示：",
    ),
    "serve.open": (
        "everybody on this machine can open it; with --add NAME people need a token",
        "本机所有用户都可打开；用 --add NAME 后须凭令牌进入",
    ),
    "serve.tokens": ("people open it with the links that --add printed", "大家用 --add 打印的链接打开"),
    "serve.no_tls": (
        "what goes over the network is not encrypted; put a proxy with TLS before it (docs/serve.md)",
        "网络传输未加密；请在前面设带 TLS 的代理（见 docs/serve.md）",
    ),
    "serve.page.lost_title": ("The connection has ended", "连接已结束"),
    "serve.page.again": ("Open again", "重新打开"),
    "serve.page.second": (
        "You have piyue open in another tab too; a page that is open there can only be read here.",
        "你在另一个标签页中也打开了批阅；那里打开的版面在这里只能阅读。",
    ),
    "serve.page.connecting": ("Opening …", "正在打开……"),
    "serve.page.token": ("Your token, or the link you were given", "你的令牌，或发给你的链接"),
    "serve.page.open": ("Open", "打开"),
    "serve.page.wrong": (
        "This token does not open anything. Ask whoever runs the server for a new link.",
        "此令牌无效。请向管理员索取新链接。",
    ),
    "serve.page.dismiss": ("Close this note", "关闭提示"),
    "serve.end.lost": (
        "The server cannot be reached. What was tagged until then is saved; what was typed since is not.",
        "无法连接服务器。此前的标注已保存，此后的输入没有保存。",
    ),
    "serve.end.too_big": (
        "That was too much at once, and was not taken. What was tagged before is saved.",
        "一次输入的内容过多，未予接收。此前的标注已保存。",
    ),
    "serve.end.quit": ("You have left the app. Everything is saved.", "已退出，全部内容已保存。"),
    "serve.end.crashed": (
        "The app has ended by a fault. A report for whoever runs the server was written; "
        "open it again and look whether your last tag is there.",
        "程序因故障结束，已为管理员写下报告。请重新打开，并检查最后一处标注。",
    ),
    "serve.end.not_started": (
        "The app could not start. Whoever runs the server sees why with: piyue check.",
        "程序无法启动。管理员可运行 piyue check 查看原因。",
    ),
    "serve.end.shutdown": (
        "The server is being shut down. What was tagged is saved. Open the page again when it is back.",
        "服务器正在关闭，标注已保存。服务器恢复后请重新打开。",
    ),
    "serve.end.idle": (
        "Nothing was typed for a long time, so the page was closed. Everything is saved.",
        "长时间没有输入，页面已关闭，全部内容已保存。",
    ),
    "serve.end.full": (
        "Too many pages are open on this server. Try again when somebody has left.",
        "服务器上打开的页面过多，请稍后再试。",
    ),
    "serve.end.too_many": (
        "You have too many pages open. Close one, and open this one again.",
        "你打开的页面过多。请关闭一个后再打开。",
    ),
    "serve.end.removed": (
        "Your token does not let you in any more. What was tagged is saved.",
        "你的令牌已失效，标注已保存。",
    ),
}
