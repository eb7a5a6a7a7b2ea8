"""Texts of the server, on the command line and in the page."""

ROWS: dict[str, tuple[str, str]] = {
    # serve
    "cli.command.serve": (
        "serve the app in a browser, with a token for each annotator",
        "在浏览器中提供界面，每位标注者一个令牌",
    ),
    "cli.option.serve.host": (
        "address to listen on (127.0.0.1: only this machine)",
        "监听的地址（127.0.0.1：仅本机）",
    ),
    "cli.option.serve.port": (
        "port to listen on (8000; 0: any free one)",
        "监听的端口（8000；0 为任一空闲端口）",
    ),
    "cli.option.serve.url": (
        "the address that people use when a proxy stands in front",
        "前面有代理时，大家使用的网址",
    ),
    "cli.option.serve.add": (
        "add an annotator and print their login link, once",
        "添加一位标注者并打印其登录链接（只打印一次）",
    ),
    "cli.option.serve.remove": ("remove an annotator's access", "取消一位标注者的访问"),
    "cli.option.serve.list": ("list the annotators", "列出所有标注者"),
    "cli.option.serve.sessions": ("pages that may be open at a time (20)", "最多同时打开的网页数（20）"),
    "cli.option.serve.person": (
        "pages that one annotator may have open (4)",
        "每位标注者最多打开的网页数（4）",
    ),
    "cli.option.serve.idle": (
        "close a page after this many minutes without a key (120)",
        "多少分钟没有按键后关闭网页（120）",
    ),
    "serve.link": ("The link for {name}. It is not shown again:", "{name} 的登录链接（不会再次显示）："),
    "serve.open": (
        "everybody on this machine can open the app; with --add NAME it needs a token",
        "本机所有用户都可打开；用 --add NAME 后须凭令牌登录",
    ),
    "serve.tokens": (
        "annotators open the app with the links that --add printed",
        "标注者用 --add 打印的链接打开",
    ),
    "serve.no_tls": (
        "network traffic is not encrypted; put a proxy with TLS in front (docs/serve.md)",
        "网络传输未加密；请在前面设置带 TLS 的代理（见 docs/serve.md）",
    ),
    "serve.page.lost_title": ("Connection closed", "连接已断开"),
    "serve.page.again": ("Open again", "重新打开"),
    "serve.page.second": (
        "You have piyue open in another tab too. Pages that are open there are read only here.",
        "你在另一个标签页中也打开了批阅；那里打开的版面在这里只读。",
    ),
    "serve.page.undelivered": (
        "this file could not be downloaded, because the server does not answer. Try again.",
        "此文件无法下载：服务器没有应答。请重试。",
    ),
    "serve.page.connecting": ("Opening …", "正在打开……"),
    "serve.page.token": ("Your token, or the link you were given", "你的令牌，或发给你的链接"),
    "serve.page.open": ("Open", "打开"),
    "serve.page.wrong": (
        "This token is not valid. Ask the administrator of the server for a new link.",
        "此令牌无效。请向管理员索取新链接。",
    ),
    "serve.page.dismiss": ("Close this note", "关闭提示"),
    "serve.end.lost": (
        "The server cannot be reached. What you tagged before is saved; what you typed since is not.",
        "无法连接服务器。此前的标注已保存，此后的输入没有保存。",
    ),
    "serve.end.too_big": (
        "The input was too large and was not accepted. What you tagged before is saved.",
        "一次输入的内容过多，未予接收。此前的标注已保存。",
    ),
    "serve.end.quit": ("You have quit the app. Everything is saved.", "已退出，全部内容已保存。"),
    "serve.end.crashed": (
        "The app hit an internal error and stopped. It wrote a report for the administrator. Open it "
        "again and check that your last tag is there.",
        "程序发生内部错误，已停止运行，并为管理员写下错误报告。请重新打开，并检查最后一处标注。",
    ),
    "serve.end.not_started": (
        "The app could not start. The administrator can find the reason with: piyue check.",
        "程序无法启动。管理员可运行 piyue check 查看原因。",
    ),
    "serve.end.shutdown": (
        "The server is shutting down. What you tagged is saved. Open the page again when the server is back.",
        "服务器正在关闭，标注已保存。服务器恢复后请重新打开。",
    ),
    "serve.end.idle": (
        "The page was closed because nothing was typed for a long time. Everything is saved.",
        "长时间没有输入，页面已关闭，全部内容已保存。",
    ),
    "serve.end.full": (
        "Too many pages are open on this server. Try again later.",
        "服务器上打开的网页过多。请稍后再试。",
    ),
    "serve.end.too_many": (
        "You have too many pages open. Close one, and open this one again.",
        "你打开的网页过多。请关闭一个后再打开。",
    ),
    "serve.end.removed": (
        "Your token is no longer valid. What you tagged is saved.",
        "你的令牌已失效，标注已保存。",
    ),
}
