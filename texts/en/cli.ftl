## Files
cli-file-unreadable = Cannot read { $file } ({ $reason }). Check the path and try again.
cli-file-unwritable = Cannot write { $file } ({ $reason }). Choose another place and try again.
cli-register-taken = Unit register: { $file }

## Loading a plan
cli-change-none = “{ $plan }” is the same as edition { $number }, which is loaded already; there is no new edition to make.
cli-change-new = A new plan, “{ $plan }”: measures { $measures }, units { $units }, assignments { $total }.
cli-change-edition = Edition { $number } of “{ $plan }” would bring:
cli-change-added = - new measures ({ $count }): { $names }
cli-change-removed = - measures gone ({ $count }): { $names }
cli-change-changed = - measures changed ({ $count }): { $names }
cli-change-units = - new units ({ $count }): { $names }
cli-change-elsewhere = - measures and assignments stay; the change is elsewhere (title, sections, report rule, targets of the whole plan).
cli-change-names = - units with another official name ({ $count }): { $names }
cli-periods-so-far = The periods change: until now (edition { $number }) from { $first } to { $last }.
cli-ask-first = First period to report on
cli-ask-last = Last period
cli-confirm-load = Load it?
cli-needs-yes = There is no terminal to ask on. Run it again with --yes (and --first, --last).
cli-not-loaded = Not loaded; nothing has changed.
cli-loaded = Loaded as edition { $number }, to be reported on from { $first } to { $last }.
cli-loaded-already = Nothing to load: it stays edition { $number }, reported on from { $first } to { $last }; nothing has changed.
cli-loaded-kept = No new edition: it stays edition { $number }. Official names are now as in the register; reported on from { $first } to { $last }.
cli-mail-unconfirmed = The plan's address for the electronic copy, { $mail }, is not used until it is confirmed.
cli-periods-reversed = The last period ({ $last }) is before the first ({ $first }). Swap them and try again.

## Invitations
cli-invite-whom = Name one unit, or use --all for every unit, not both; --kind coordinator invites to the office and takes no unit.
cli-invite-link = { $unit }, { $kind }: { $link }
cli-invite-until = These links are good until { $until }, each for one person. Send them directly.
cli-unit-unknown = There is no unit “{ $name }”. Did you mean { $near }?
cli-csv-head = unit,kind,link,good until
cli-csv-written = { $count ->
        [one] One invitation
       *[other] { $count } invitations
    } written to { $file }.
cli-telegram-silent = Telegram ({ $base }) does not answer. Check the network and the proxy (BAOSONG_TELEGRAM__PROXY), then try again.
cli-token-refused = Telegram ({ $base }) does not accept this token. Check BAOSONG_TELEGRAM__TOKEN, or ask @BotFather for a new one.

## Workbook
cli-no-plan = No plan is loaded yet. Run baosong plan load first.
cli-which-plan = Name one of the loaded plans with --plan: { $plans }
cli-no-cycle = The cycle { $period } of “{ $plan }” has not opened, so there is no workbook to write.
cli-ledger-written = Workbook written to { $file }.

## Running
cli-check-database = The settings are right; the database answers and holds { $plans ->
        [one] one plan
       *[other] { $plans } plans
    }.
cli-check-bot = The token is good: @{ $name }
cli-database-unusable = The database cannot be opened: { $place } ({ $reason }). Check BAOSONG_DATABASE__URL, the folder's permissions and the database server.
cli-database-newer = The database { $place } was made by a newer version of the program. Update the program, or use a backup from before.
cli-database-made = The database is ready.
cli-database-rehearsal = The database is ready, and marked for rehearsal only.
cli-rehearsal-too-late = This database holds a plan and can no longer be marked for rehearsal. Make an empty one.
cli-rehearsal-unmarked = This database is not marked for rehearsal, so --at is refused. Name a new one with BAOSONG_DATABASE__URL and run baosong database create --rehearsal first.
cli-rehearsal-outside = A rehearsal may only use a Bot API on this machine; the settings say { $base }. Run baosong sandbox and set BAOSONG_TELEGRAM__API_BASE.
cli-at-unreadable = “{ $value }” is not a time. Write it like "2022-08-01 08:59".
cli-running = The bot @{ $name } is running. Ctrl-C stops it.
cli-sandbox = The sandbox is at { $url }; open it in a browser to chat. In another terminal, run the bot:
    export BAOSONG_TELEGRAM__API_BASE={ $url }
    export BAOSONG_TELEGRAM__TOKEN=(the token that the sandbox shows below)
    export BAOSONG_DATABASE__URL=sqlite:///data/rehearsal.db
    baosong database create --rehearsal
    baosong plan load plans/samples/yongji-2022.txt --yes
    baosong invite 市工科局
    baosong run --at "2022-08-01 08:59"
