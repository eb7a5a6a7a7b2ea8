"""What correcting a page says."""

ROWS: dict[str, tuple[str, str]] = {
    "group.correct": ("Correct the page", "更正版面"),
    "key.correct_page": ("articles, roles and furniture of the page", "更正本页的篇、段与角色"),
    "key.one_word": ("selection, or this word and the next, is one word", "所选文字或相邻两词合为一词"),
    "key.cut_word": ("cut the word before the cursor", "在光标前切开词"),
    "key.split_paragraph": ("split the paragraph before the cursor", "在光标前分段"),
    "key.join_paragraph": ("join the paragraph to the one before", "与上一段合并"),
    "key.begin_article": ("an article begins with the line, its title", "此行起为新的一篇，此行为正题"),
    "key.mark_title": ("the line is the title", "此行是正题"),
    "key.mark_caption": ("the line is a caption; the sentence closes", "此行是图注，前后句子相接"),
    "key.mark_byline": ("the line is a byline", "此行是署名"),
    "key.mark_furniture": ("the line is in no article; the sentence closes", "此行不属文章，前后句子相接"),
    "key.join_article": ("join the article to the one above", "本篇并入上一篇"),
    "key.next_doubtful": ("next doubtful place of the page and those behind", "本版及以后各版下一存疑处"),
    "key.misread": ("what the text should read, here and elsewhere", "文字误识，应为何字；可推及他处"),
    "key.correct_article": ("an article begins with the block, its title", "该段起为新的一篇，该段为正题"),
    "key.correct_title": ("the block is the title", "该段是正题"),
    "key.correct_caption": ("the block is a caption; the sentence closes", "该段是图注，前后句子相接"),
    "key.correct_byline": ("the block is a byline", "该段是署名"),
    "key.correct_join_article": ("join the article to the one above", "本篇并入上一篇"),
    "key.correct_next": ("next doubtful block", "下一存疑处"),
    "key.correct_begin": ("an article begins with the block, or no longer", "该段另起一篇或并入上一篇"),
    "key.correct_border_up": ("the article begins a block earlier", "文章起点上移一段"),
    "key.correct_border_down": ("the article begins a block later", "文章起点下移一段"),
    "key.correct_role": ("choose the block's role", "选择该段的角色"),
    "key.correct_furniture": ("take the block out of its article, or back", "把该段移出或归入文章"),
    "key.correct_join": ("join the block to the one above", "与上一段合并"),
    "key.correct_undo": ("undo", "撤销"),
    "key.correct_redo": ("redo", "重做"),
    "key.correct_close": ("go back to the text", "返回文本"),
    "step.border": ("border moved: {subject}", "已移动边界：{subject}"),
    "step.split_article": ("an article begins: {subject}", "另起一篇：{subject}"),
    "step.join_article": ("joined to the article before: {subject}", "已并入上一篇：{subject}"),
    "step.mark_title": ("title: {subject}", "正题：{subject}"),
    "step.mark_caption": ("caption: {subject}", "图注：{subject}"),
    "step.mark_byline": ("byline: {subject}", "署名：{subject}"),
    "step.mark_furniture": ("in no article: {subject}", "已移出文章：{subject}"),
    "step.closed": ("taken out, and the sentence closed: {subject}", "已取出，前后句子相接：{subject}"),
    "step.confirm_division": ("division of the page confirmed{subject}", "已确认本版分篇{subject}"),
    "step.reads": ("should read: {subject}", "应为：{subject}"),
    "step.no_reads": ("read rightly: {subject}", "识读无误：{subject}"),
    "ask.reads": ("What “{text}” should read", "“{text}”应为"),
    "places.reads": ("“{text}” should read “{reads}” here too", "以下“{text}”也应为“{reads}”"),
    "status.reads": ("should read “{reads}”", "应为“{reads}”"),
    "step.role": ("role changed: {subject}", "已改角色：{subject}"),
    "step.furniture": ("in no article: {subject}", "已移出文章：{subject}"),
    "step.text": ("in the article: {subject}", "已归入文章：{subject}"),
    "step.join_block": ("joined to the paragraph before: {subject}", "已并入上一段：{subject}"),
    "step.split_block": ("paragraph split: {subject}", "已分段：{subject}"),
    "step.word": ("words: {subject}", "词：{subject}"),
    "borders.learned": (
        "{source}: borders learned from {pages} confirmed pages: {learned} of {lines} right, was {general}",
        "{source}：据 {pages} 个已确认版面重定分篇权重；{lines} 行留出检验对 {learned} 行，原 {general} 行",
    ),
    "borders.general": (
        "{source}: borders weighed as everywhere; {pages} confirmed pages tell nothing better",
        "{source}：分篇用通用权重；{pages} 个已确认版面未见更好的权重",
    ),
    "status.no_doubt": ("no doubtful place further on", "后面没有存疑处"),
    "status.doubt": ("doubtful places on this page: {count}", "本版存疑 {count} 处"),
    "status.no_cut": ("go to the character before which to cut", "请移到要切开处的后一字"),
    "status.no_word": ("a word stays within its paragraph", "一个词须在同一段内"),
    "status.no_source": (
        "go to the text for this ({key:cycle_view})",
        "请先回到文本视图（{key:cycle_view}）",
    ),
    "correct.title": ("Page {page}", "版面 {page}"),
    "correct.learned": ("divided as the confirmed pages of its source", "按本来源已确认的版面分篇"),
    "correct.confirmed": ("confirmed", "已确认"),
    "correct.keys": (
        "{key:correct_article} title of a new article · {key:correct_title} title · "
        "{key:correct_caption} caption · {key:correct_byline} byline · "
        "{key:correct_join_article} join to the article above · "
        "{key:correct_next} next doubtful · {key:correct_begin} article begins here, or not · "
        "{key:correct_border_up} {key:correct_border_down} "
        "border up, down · {key:correct_role} role · {key:correct_furniture} in no article, or back · "
        "{key:correct_join} join to the one above · {key:correct_undo} {key:correct_redo} undo, redo · "
        "{key:list_choose} confirm the division and go there · {key:dialog_close} close",
        "{key:correct_article} 新篇正题 · {key:correct_title} 正题 · {key:correct_caption} 图注 · "
        "{key:correct_byline} 署名 · {key:correct_join_article} 并入上一篇 · {key:correct_next} 下一存疑处 · "
        "{key:correct_begin} 另起或并入上一篇 · {key:correct_border_up} {key:correct_border_down} "
        "边界上移、下移 · {key:correct_role} 角色 · {key:correct_furniture} 移出或归入文章 · "
        "{key:correct_join} 并入上一段 · {key:correct_undo} {key:correct_redo} 撤销、重做 · "
        "{key:list_choose} 确认分篇并前往 · {key:dialog_close} 关闭",
    ),
    "correct.article": ("article {number}  {title}", "第 {number} 篇  {title}"),
    "correct.sure": ("{percent} % sure", "把握 {percent}%"),
    "correct.pick": ("Role", "角色"),
    "role.kicker": ("kicker", "引题"),
    "role.title": ("title", "正题"),
    "role.subtitle": ("subtitle", "副题"),
    "role.lead": ("lead", "导语"),
    "role.byline": ("byline", "署名"),
    "role.heading": ("heading", "小标题"),
    "role.paragraph": ("paragraph", "正文"),
    "role.caption": ("caption", "图注"),
    "role.credit": ("credit", "图片署名"),
    "role.furniture": ("in no article", "不属文章"),
}
