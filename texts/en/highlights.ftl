## Highlights
menu-highlight = Mark a highlight
menu-highlights = Highlights
help-highlight = /highlight NUMBER TEXT: mark a highlight on any day (as /highlight 18 first data centre opened)
help-highlights = /highlights: what the units have marked (add a month, as 2022-07)
card-highlight = Highlight marked this month: { $words }
button-highlight = Mark a highlight
button-highlight-text = Take what was done this month
button-highlight-use = Put the highlight into the text
button-highlight-drop = Take it back
highlight-ask = <b>{ $number } { $title }</b>
    Please send the highlight of this measure in one message; it is material for the report upwards.
highlight-how = Please send the number of the measure and the words, as: 18 first data centre opened. To leave it: /cancel
highlight-which = Received: “{ $words }”. Which measure is it a highlight of? Please send its number. To leave it: /cancel
highlight-how-words = <b>{ $number }　{ $title }</b>
    Please send its progress or highlight, in one message. To leave it: /cancel
highlight-nothing = This names no highlight, so none is marked. Where there is one, please say it in a sentence.
highlight-marked = Highlight of { $month } for measure { $number } marked: { $words }
highlight-for-later = It is offered at this measure when the report on { $month } opens.
highlight-dropped = This highlight of measure { $number } is taken back.
highlight-untold = The highlight that the text of measure { $number } told before is taken back: { $words }
highlight-dropped-short = Taken back
highlight-measure-unknown = Your unit has no measure { $number }. Please check the number and send it again.
highlight-measure-of-several = More than one unit or plan has a measure { $number }. Please open it by /report and tap “Mark a highlight”.
highlights-none = No highlight is marked.
highlights-title = <b>{ $period }: { $count ->
        [one] one highlight
       *[other] { $count } highlights
    }</b>
highlights-line = · { $unit } · { $number }: { $words } ({ $by }, { $day })
sheet-highlights = Highlights
sheet-col-highlight = Highlight
sheet-col-marked-by = Marked by
sheet-col-marked-at = Marked at
sheet-col-place = No.
sheet-col-told = In the briefing

## Which highlights a briefing tells
highlight-picks = <b>The briefing for { $month } tells { $told } of { $count } highlights.</b> Tap a number to tell or leave out that one, then write it anew.
highlight-pick-line = { $place } { $sign } { $unit } · { $number }: { $words }
highlight-pick-button = { $place } { $sign }
briefing-button-again = Write it so
