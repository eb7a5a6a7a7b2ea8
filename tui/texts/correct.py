"""What correcting a page says."""

ROWS: dict[str, tuple[str, str]] = {
    "group.correct": ("Correct the page", "更正版面"),
    "key.correct_page": ("correct the page's articles, blocks and roles", "更正本版的分篇、分段与角色"),
    "key.one_word": ("join the selection, or two words, into one word", "把所选文字或相邻两词合为一词"),
    "key.cut_word": ("cut the word before the cursor", "在光标前切分词"),
    "key.split_paragraph": ("split the paragraph before the cursor", "在光标前分段"),
    "key.join_paragraph": ("join the paragraph to the one before", "与上一段合并"),
    "key.begin_article": ("start an article with the line as its title", "以此行为正题另起一篇"),
    "key.mark_title": ("mark the line as the title", "把此行标为正题"),
    "key.mark_caption": ("mark the line as a caption and close the gap", "把此行标为图注，并连接前后文字"),
    "key.mark_byline": ("mark the line as a byline", "把此行标为署名"),
    "key.mark_furniture": ("take the line out and close the gap", "把此行移出文章，并连接前后文字"),
    "key.join_article": ("join the article to the one above", "把本篇并入上一篇"),
    "key.next_doubtful": ("go to the next doubtful place (all pages)", "下一存疑处（所有版面）"),
    "key.misread": ("correct misread text, here and elsewhere", "更正误识文字，可用于别处"),
    "key.correct_article": ("start an article with the block as its title", "以该段为正题另起一篇"),
    "key.correct_title": ("mark the block as the title", "把该段标为正题"),
    "key.correct_caption": (
        "mark the block as a caption and close the gap",
        "把该段标为图注，并连接前后文字",
    ),
    "key.correct_byline": ("mark the block as a byline", "把该段标为署名"),
    "key.correct_join_article": ("join the article to the one above", "把本篇并入上一篇"),
    "key.correct_next": ("go to the next doubtful block", "下一存疑处"),
    "key.correct_begin": ("start an article, or join it to the one above", "从该段另起一篇，或并入上一篇"),
    "key.correct_border_up": ("move the start of the article up by a block", "文章起点上移一段"),
    "key.correct_border_down": ("move the start of the article down by a block", "文章起点下移一段"),
    "key.correct_role": ("choose the block's role", "选择该段的角色"),
    "key.correct_furniture": ("take the block out of its article, or back", "把该段移出文章，或归入文章"),
    "key.correct_join": ("join the block to the one above", "与上一段合并"),
    "key.correct_undo": ("undo", "撤销"),
    "key.correct_redo": ("redo", "重做"),
    "key.correct_close": ("go back to the text", "返回文本"),
    "step.border": ("border moved: {subject}", "已移动边界：{subject}"),
    "step.split_article": ("article started: {subject}", "另起一篇：{subject}"),
    "step.join_article": ("joined to the previous article: {subject}", "已并入上一篇：{subject}"),
    "step.mark_title": ("title: {subject}", "正题：{subject}"),
    "step.mark_caption": ("caption: {subject}", "图注：{subject}"),
    "step.mark_byline": ("byline: {subject}", "署名：{subject}"),
    "step.mark_furniture": ("in no article: {subject}", "已移出文章：{subject}"),
    "step.closed": ("taken out, and the gap closed: {subject}", "已移出，并连接前后文字：{subject}"),
    "step.confirm_division": ("division of the page confirmed{subject}", "已确认本版分篇{subject}"),
    "step.reads": ("should read: {subject}", "应为：{subject}"),
    "step.no_reads": ("correction of the text removed: {subject}", "已取消更正：{subject}"),
    "ask.reads": ("“{text}” should read", "“{text}”应为"),
    "places.reads": ("“{text}” should read “{reads}” here too", "以下“{text}”也应为“{reads}”"),
    "status.reads": ("should read “{reads}”", "应为“{reads}”"),
    "step.role": ("role changed: {subject}", "已改角色：{subject}"),
    "step.furniture": ("in no article: {subject}", "已移出文章：{subject}"),
    "step.text": ("in the article: {subject}", "已归入文章：{subject}"),
    "step.join_block": ("joined to the previous paragraph: {subject}", "已并入上一段：{subject}"),
    "step.split_block": ("paragraph split: {subject}", "已分段：{subject}"),
    "step.word": ("words: {subject}", "词：{subject}"),
    "status.no_doubt": ("no more doubtful places", "后面没有存疑处"),
    "status.doubt": ("doubtful places on this page: {count}", "本版有 {count} 处存疑"),
    "status.no_cut": ("move to the character to cut before", "请把光标移到切分处之后的字"),
    "status.no_word": ("a word cannot cross a paragraph border", "一个词不能跨越段落"),
    "status.no_source": (
        "not possible in this view; {key:cycle_view} changes the view",
        "此视图中不能这样做；按 {key:cycle_view} 切换视图",
    ),
    "correct.title": ("Page {page}", "版面 {page}"),
    "correct.confirmed": ("confirmed", "已确认"),
    "correct.keys": (
        "{key:correct_article} title of a new article · {key:correct_title} title · "
        "{key:correct_caption} caption · {key:correct_byline} byline · {key:correct_join_article} "
        "join to the article above · {key:correct_next} next doubtful · {key:correct_begin} start or "
        "join an article · {key:correct_border_up} {key:correct_border_down} border up, down · "
        "{key:correct_role} role · {key:correct_furniture} in no article, or back · "
        "{key:correct_join} join to the block above · {key:correct_undo} {key:correct_redo} undo, "
        "redo · {key:list_choose} confirm the division and go there · {key:dialog_close} close",
        "{key:correct_article} 新篇正题 · {key:correct_title} 正题 · {key:correct_caption} 图注 · "
        "{key:correct_byline} 署名 · {key:correct_join_article} 并入上一篇 · {key:correct_next} 下一"
        "存疑处 · {key:correct_begin} 另起或并入上一篇 · {key:correct_border_up} "
        "{key:correct_border_down} 边界上移、下移 · {key:correct_role} 角色 · {key:correct_furniture}"
        " 移出或归入文章 · {key:correct_join} 并入上一段 · {key:correct_undo} {key:correct_redo} 撤销"
        "、重做 · {key:list_choose} 确认分篇并前往 · {key:dialog_close} 关闭",
    ),
    "correct.article": ("article {number}  {title}", "第 {number} 篇  {title}"),
    "correct.sure": ("{percent}% sure", "把握 {percent}%"),
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
