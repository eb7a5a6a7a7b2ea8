"""Texts of the work screen."""

ROWS: dict[str, tuple[str, str]] = {
    "status.export_unsaved": (
        "not everything is saved yet; export again once the status line shows “saved”",
        "尚有内容未保存；请待状态栏显示“已保存”后再导出",
    ),
    # states
    "state.todo": ("to do", "待读"),
    "state.doing": ("doing", "进行中"),
    "state.done": ("done", "已完成"),
    "state.skipped": ("skipped", "已跳过"),
    # order of the articles
    "filter.ways": (
        "title or page; state:todo label:ORG page:2018 text:工会; -word excludes; {key:input_accept} "
        "applies, {key:filter_all} shows all",
        "标题或版名；状态:待读 标签:机构 版:2018 正文:工会；前加 - 表示排除；{key:input_accept} 应用，"
        "{key:filter_all} 显示全部",
    ),
    "index.part": ("indexing: {pages:,|page|pages}, {percent}%", "正在建立索引：{pages:,} 版，{percent}%"),
    "index.stopped": ("indexing stopped; it continues at the next start", "已停止建立索引；下次启动时继续"),
    "index.idle": ("no indexing is running", "当前没有在建立索引"),
    "index.refused": ("{error} ({count:more page|more pages})", "{error}（另有 {count} 版）"),
    "order.title": ("by title", "按标题"),
    "order.state": ("by state", "按状态"),
    "order.tags": ("by tags", "按标注数"),
    # status line
    "status.saved": ("saved", "已保存"),
    "status.theme": ("theme: {theme}", "主题：{theme}"),
    "status.language": ("language: English", "语言：中文"),
    "status.saving": ("saving...", "正在保存"),
    "status.failed": ("NOT SAVED: {reason}", "未保存：{reason}"),
    "status.unwritable": ("changes will not be saved: {reason}", "改动将无法保存：{reason}"),
    "status.place": (
        "article {number}/{total}, {state}, tags: {tags}, {percent}%",
        "第 {number}/{total} 篇，{state}，{tags} 个标注，{percent}%",
    ),
    "status.tag": ("{label}: {text}", "{label}：{text}"),
    "status.noted": ("note: {note}", "备注：{note}"),
    "status.relabel": ("relabel {text} as:", "{text} 改标为："),
    "status.relabel_same": ("relabel every {text} as:", "所有 {text} 改标为："),
    "status.resize": (
        "{text}: select the new range; {key:edit} sets it, {key:clear} cancels",
        "{text}：请选择新范围；{key:edit} 确定，{key:clear} 取消",
    ),
    "status.link": ("relation from {text}:", "{text} 的关系类型："),
    "status.link_to": (
        "{text} -{type}-> {count} {key:edit} relates, {key:clear} cancels; {key:next_tag} "
        "{key:previous_tag} others, or select words",
        "{text} -{type}-> {count} {key:edit} 确定，{key:clear} 取消；{key:next_tag}、{key:previous_tag} 换"
        "一个，也可另选文字",
    ),
    "status.link_anywhere": (
        "{text} -{type}-> {key:edit} relates, {key:clear} cancels; go to a tag, or select words",
        "{text} -{type}-> {key:edit} 确定，{key:clear} 取消；请移到标注或选择文字",
    ),
    "status.no_link": ("{type} cannot lead to a tag with this label", "{type} 不能指向此标签的标注"),
    "status.no_types": ("no relation type starts at this label", "此标签没有可用的关系类型"),
    "status.no_type": ("no relation type has the key {letters}", "没有以 {letters} 为键的关系类型"),
    "status.no_relations": ("this tag has no relations", "此标注没有关系"),
    "status.links": ("related tags are highlighted", "已高亮有关系的标注"),
    "status.no_links": ("related tags are not highlighted", "已取消高亮"),
    "status.no_guide": (
        "no guidelines yet; write them in {folder}/{label}.md, or in {folder}/index.md for all labels",
        "还没有标注规范；请写入 {folder}/{label}.md，适用于全部标签的写入 {folder}/index.md",
    ),
    "status.nothing_found": ("no search yet; {key:search} searches", "还没有查找过；按 {key:search} 查找"),
    "status.hit": ("hit {number} of {total}", "第 {number}/{total} 处"),
    "status.no_label": ("no label has the key {letters}", "没有以 {letters} 为键的标签"),
    "status.no_last_label": ("no label has been used yet", "还没有用过标签"),
    "status.no_last_change": ("nothing has been changed yet", "还没有做过改动"),
    "status.no_hint": (
        "no place on the screen has the letters {letters}",
        "屏幕上没有提示字母为 {letters} 的位置",
    ),
    "status.jump": ("go to {kind}: {typed}", "跳到{kind}：{typed}"),
    "status.jump_select": ("select up to {kind}: {typed}", "选到{kind}：{typed}"),
    "status.jump_keys": (
        "{key:jump} select up to it  {key:next_pane} numbers, repeats  {key:edit} again after each tag",
        "{key:jump} 选到该处  {key:next_pane} 数字、重复处  {key:edit} 每标一处后再显示",
    ),
    "status.jump_stays": (
        "shown again after each tag  {key:edit} only once  {key:clear} cancel",
        "每标一处后再显示  {key:edit} 只显示一次  {key:clear} 取消",
    ),
    "status.jump_again": ("next jump:", "再跳到："),
    "jump.words": ("a word", "词"),
    "jump.numbers": ("an untagged number ({count})", "未标注的数字（{count} 处）"),
    "jump.repeated": ("a text tagged elsewhere ({count})", "别处已标注的文字（{count} 处）"),
    "status.find_forward": (
        "find forward: a character, or the first letter of its pinyin:",
        "向后查找（汉字或拼音首字母）：",
    ),
    "status.find_back": (
        "find back: a character, or the first letter of its pinyin:",
        "向前查找（汉字或拼音首字母）：",
    ),
    "status.found_character": (
        "{character}: {key:find_forward} next, {key:find_back} previous",
        "{character}：{key:find_forward} 下一个，{key:find_back} 上一个",
    ),
    "status.no_character_on": ("no {character} after the cursor", "光标之后没有 {character}"),
    "status.no_character_back": ("no {character} before the cursor", "光标之前没有 {character}"),
    "status.no_value": ("{name} has no value with the key {letters}", "{name}没有以 {letters} 为键的值"),
    "status.no_article_labels": (
        "the project has no article labels; define them as [[article_labels]] in piyue.toml",
        "项目没有篇章标签：请在 piyue.toml 中写入 [[article_labels]]",
    ),
    "status.missing": (
        "{name} of {text} is missing ({count} in all)",
        "缺少 {text} 的{name}（共缺 {count} 项）",
    ),
    "answer.article": ("this article", "本篇"),
    "answer.lead": ("{name} of {text}:", "{text}的{name}："),
    "answer.clear": ("{key:remove} clears it", "{key:remove} 清除"),
    "answer.keep": ("{key:edit} keeps it", "{key:edit} 保留"),
    "answer.next": ("{key:next_pane} next", "{key:next_pane} 下一项"),
    "answer.one": ("{key:edit} leaves it open", "{key:edit} 暂不填写"),
    "answer.several": ("again: remove  {key:edit} continue", "再按则取消  {key:edit} 继续"),
    "step.label_article": ("article label: {subject}", "篇章标签：{subject}"),
    "status.no_next_tag": ("no tag with this label follows", "后面没有同一标签的标注"),
    "status.copied": ("copied tags: {count}", "已复制 {count} 个标注"),
    "status.nothing_copied": ("no tags have been copied", "还没有复制过标注"),
    "status.nothing_undo": ("nothing to undo", "没有可撤销的操作"),
    "status.nothing_redo": ("nothing to redo", "没有可重做的操作"),
    "status.no_tag": ("no tag under the cursor", "光标处没有标注"),
    "status.no_tags": ("this article has no tags yet", "本篇还没有标注"),
    "status.taken": ("page taken over", "你已接管此版面"),
    "status.read_only": ("read only: this page cannot be changed here", "只读：此处不能修改本版"),
    "status.on_clipboard": ("copied: {text}  ({key:quit} quits)", "已复制：{text}（按 {key:quit} 退出）"),
    "status.downloaded": ("{name} was sent to the browser as a download", "{name} 已发送到浏览器下载"),
    "pane.articles": ("Articles", "文章"),
    "pane.tags": ("Tags {count}", "标注 {count}"),
    "pane.guide": ("Guidelines", "标注规范"),
    "status.pasted": (
        "pasted text and input methods do nothing here; switch to Latin letters for keys",
        "此处不接受粘贴或输入法上屏的文字；请切换到英文输入后按键",
    ),
    "status.how_quit": ("{key:quit} quits", "按 {key:quit} 退出"),
    "status.orphans": (
        "the page changed; tags that lost their place: {count}; {key:orphans} lists them",
        "版面已变；失去位置的标注：{count} 个，按 {key:orphans} 列出",
    ),
    "status.lost": ("lost tags: {count} {key:orphans}", "失位标注 {count} {key:orphans}"),
    "pane.lost": ("lost tags: {count}", "失位标注 {count}"),
    "status.lost_elsewhere": (
        "all tags of this page have a place; {key:orphans} goes to the next page with lost tags",
        "本版标注均已就位；按 {key:orphans} 到下一个有失位标注的版面",
    ),
    "status.no_orphans": ("no tag has lost its place", "没有失去位置的标注"),
    "status.elsewhere": ("saved in {folder}", "已存入 {folder}"),
    "status.all_saved": ("everything is saved", "已全部保存"),
    "status.kept": (
        "unsaved changes are kept and saving is retried; {key:save_elsewhere} saves them in another folder",
        "未保存的改动已保留，程序会重试；按 {key:save_elsewhere} 存入其他文件夹",
    ),
    "status.saved_at_last": ("all changes are saved now", "所有改动现已保存"),
    "status.settings_changed": (
        "piyue.toml was changed: labels, keys and relation types are as it says now; some settings wait for "
        "the next start",
        "piyue.toml 已改动：标签、按键和关系类型已按新设置；其余部分设置下次启动后生效",
    ),
    "status.settings_gone": (
        "piyue.toml is gone; labels and keys stay as they are until you quit: put the file back",
        "piyue.toml 已不在；退出前标签和按键照旧：请放回该文件",
    ),
    "status.page_gone": (
        "{path} is gone; tags are still saved: put the file back to see them again after you quit",
        "{path} 已不在；标注仍会保存：请放回该文件，否则退出后看不到这些标注",
    ),
    "status.page_changed": (
        "{path} was changed on disk; here the old text is shown: quit and start again to see the new one",
        "{path} 已在磁盘上改动；这里显示的是旧文本：退出后重新启动即可看到新文本",
    ),
    "orphans.title": (
        "The page changed: where do these tags belong?",
        "版面已变：这些标注应在何处？",
    ),
    "orphans.place": ("{label}: was {was}\n  now {now}", "{label}：原为 {was}\n  现为 {now}"),
    "orphans.drop": ("{label}: was {was}\n  remove the tag", "{label}：原为 {was}\n  删除此标注"),
    "orphans.keys": (
        "{key:orphans_choose} applies the choice, {key:dialog_close} closes without a change",
        "{key:orphans_choose} 确定，{key:dialog_close} 保持原样",
    ),
    "elsewhere.title": ("Save unsaved changes in this folder:", "把未保存的改动存入此文件夹："),
    "elsewhere.keys": (
        "{key:input_accept} saves, {key:dialog_close} cancels",
        "{key:input_accept} 保存，{key:dialog_close} 取消",
    ),
    "status.merged": (
        "another program changed page {page}; its changes and yours were merged",
        "其他程序改动了版面 {page}；已与你的改动合并",
    ),
    "locked.who": (
        "{host}, process {process}, has had this page open since {since}",
        "{host} 上的进程 {process} 自 {since} 起一直打开此版面",
    ),
    "locked.read": ("{key:locked_read}  open it read only", "{key:locked_read}  只读打开"),
    "locked.take": (
        "{key:locked_take}  take it over; the other session becomes read only",
        "{key:locked_take}  接管；对方转为只读",
    ),
    "crash.saved": (
        "piyue hit an internal error and stopped; all work is saved; a report, without page texts, "
        "is in {path}",
        "批阅发生内部错误，已停止运行；所有工作均已保存；错误报告（不含正文）见 {path}",
    ),
    "crash.lost": (
        "piyue hit an internal error and stopped; {count:page|pages} could not be saved; changes there "
        "are restored at the next start, unless every disk was full; a report, without page texts, is in "
        "{path}",
        "批阅发生内部错误，已停止运行；{count} 个版面未能保存，其改动在下次启动时恢复，除非所有磁盘都已满；错"
        "误报告（不含正文）见 {path}",
    ),
    "crash.unsure": (
        "piyue hit an internal error and stopped; saving failed too: at the next start, look at what you did "
        "last; a report, without page texts, is in {path}",
        "批阅发生内部错误，已停止运行；保存时也出了错：下次启动后请检查最后所做的改动；错误报告（不含正文）"
        "见 {path}",
    ),
    "status.no_more": ("no more articles", "没有更多文章了"),
    "status.all_done": ("every article is done or skipped", "所有文章都已完成或跳过"),
    "status.no_words": (
        "the segmenter does not answer; each character counts as a word until the next start",
        "分词器没有回应；下次启动前按单字移动和选择",
    ),
    "status.no_proposer": (
        "the process that proposes does not answer; until the next start only rules propose",
        "建议程序没有回应；下次启动前只有按规则得出的建议",
    ),
    "status.asking_queue": ("asking the team's server for the next page", "正在向团队服务器领取下一版面"),
    "status.bad_page": ("page {page}: {reason}", "版面 {page}：{reason}"),
    "status.unsaved_quit": (
        "press {key:quit} again to quit; unsaved changes are restored at the next start, unless every disk "
        "is full",
        "再按 {key:quit} 退出；未保存的改动在下次启动时恢复，除非所有磁盘都已满",
    ),
    "status.view": ("view: {view}", "视图：{view}"),
    "view.plain": ("plain", "原文"),
    "view.segmented": ("words", "分词"),
    "view.source": ("source lines", "源文件行"),
    "empty": (
        "No articles found. Put .txt or .md pages into {folder} and start again.",
        "没有找到文章。请把版面文件（.txt 或 .md）放入 {folder} 后重新启动。",
    ),
    # steps
    "step.tag": ("tagged {subject}", "已标注 {subject}"),
    "step.relabel": ("relabelled {subject}", "已改标 {subject}"),
    "step.resize": ("range changed to {subject}", "范围已改为 {subject}"),
    "step.split": ("split {subject}", "已拆开 {subject}"),
    "step.merge": ("joined into {subject}", "已合并为 {subject}"),
    "step.paste": ("pasted tags: {subject}", "已粘贴标注：{subject}"),
    "step.relate": ("related {subject}", "已建立关系 {subject}"),
    "step.unrelate": ("removed relation {subject}", "已删除关系 {subject}"),
    "step.unsure": ("marked unsure: {subject}", "已标为存疑：{subject}"),
    "step.sure": ("marked sure: {subject}", "已取消存疑：{subject}"),
    "step.note": ("note saved: {subject}", "备注已保存：{subject}"),
    "step.spread": ("tagged everywhere {subject}", "已统一标注 {subject}"),
    "step.relabel_all": ("relabelled everywhere {subject}", "已统一改标 {subject}"),
    "step.remove_all": ("removed everywhere {subject}", "已统一删除 {subject}"),
    "step.counted": ("{what}: {count}", "{what}：{count} 处"),
    "step.only_punctuation": ("; it is nothing but punctuation", "；只有标点"),
    "step.around_hit": ("; {text} is part of it", "；{text} 是其中一部分"),
    "step.edit": ("edited {subject}", "已修改 {subject}"),
    "step.place": ("placed again {subject}", "已重新定位 {subject}"),
    "step.remove": ("removed {subject}", "已删除 {subject}"),
    "step.state.todo": ("article marked to do", "文章已设为待读"),
    "step.state.doing": ("article marked doing", "文章已设为进行中"),
    "step.state.done": ("article marked done", "文章已设为完成"),
    "step.state.skipped": ("article marked skipped", "文章已设为跳过"),
    "step.undone": ("undid: {what}", "已撤销：{what}"),
    "step.redone": ("redid: {what}", "已重做：{what}"),
    # help
    "help.title": ("Keys", "按键"),
    "help.labels": (
        "Labels: tag the selection, or the word under the cursor",
        "标签：标注选中的文字或光标处的词",
    ),
    "help.mouse": (
        "Mouse: a click moves the cursor, a drag selects, a double click selects the word, a triple "
        "click the paragraph; a click on a rail goes to its tag, a double click edits it.",
        "鼠标：单击移动光标，拖动选择，双击选词，三击选段；单击标注线转到该标注，双击修改。",
    ),
    "help.search": (
        "Search: English, 中文, pinyin, initials; {key:dialog_close} closes",
        "查找：中文、英文、拼音或首字母；{key:dialog_close} 关闭",
    ),
    "help.none": ("no such key", "没有这样的按键"),
    "help.list": ("in the side lists", "在两侧列表中"),
    "group.move": ("Move", "移动"),
    "group.select": ("Select", "选择"),
    "group.tag": ("Tag", "标注"),
    "group.relation": ("Relations", "关系"),
    "group.same": ("The same text elsewhere", "相同的文字"),
    "group.shape": ("Range of tags", "标注的范围"),
    "group.article": ("Articles", "文章"),
    "group.app": ("Screen", "界面"),
}
