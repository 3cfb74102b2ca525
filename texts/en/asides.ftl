## Words that are no answer
answer-give-up = “{ $said }” was not kept as an answer. To stop, send “cancel” by itself. Nothing that is filled in has changed.
answer-question = “{ $said }” is a question, and was not kept as an answer. For how to answer send “help”; for exemptions and more time see /help, or ask the office.
answer-not-ours = “{ $said }” was not stored. Who does what, and who is exempt, is for the coordinator to settle: please ask them. Until then this measure wants an answer; if there was no progress, please write “no progress” and why.
answer-same-reason = The reason is wanted anew every month, so “{ $said }” is none. Please give this month's in one sentence.
answer-no-progress-taken = Noted as no progress this month, because: { $reason }
help-at-status = Please tap the status of this month; or write what was done and how far it has come, and tap the status after that. Send “same as last month” where nothing is different, and tap “No progress” where there was none. More in /help.
help-at-text = Please write a sentence or two: what was done, how far it has come, with figures where there are any, as “15 stations opened, 183 in all”. If there was none, tap “No progress”. More in /help.
help-at-line = Please write one sentence on your part, as “visited six firms with the industry bureau”. If there was nothing, tap “Nothing this month”. More in /help.
help-at-problem = Please write a sentence on what is stuck and why, as “three sites are not signed; the owners ask too much”. More in /help.
help-at-next-step = Please write a sentence on who will do what, and by when, as “the townships will settle it by the end of August”. More in /help.
help-at-reason = Please write a sentence on why there was no progress, as “the province has yet to approve”. If there was progress, tap “There is progress”. More in /help.
help-at-figure = Please send just a number, as 200; “about 200” where it is an estimate, “no figure” where there is none this month. More in /help.
help-at-stands = Please tap how the problem of this month stands: “Solved” or “Still there”. More in /help.
help-at-follow-up = Please tap how the problem stands: resolved, in hand or no change; or write a sentence on how far it has come. More in /help.
help-at-explain = If it was a slip, tap the button or send what is right; if it is true, say why in a sentence. More in /help.
aside-not-kept = “{ $said }” was not kept as an answer.
