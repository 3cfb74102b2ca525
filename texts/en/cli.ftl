## Files
cli-file-unreadable = Cannot read { $file } ({ $reason }). Check the path and try again.
cli-file-unwritable = Cannot write { $file } ({ $why ->
    [forbidden] not permitted
    [read-only] read-only disk
    [full] disk full
    [missing] no such folder
    [no-folder] part of the path is a file, no folder
    [folder] it is a folder
   *[other] { $reason }
}). Choose another place and try again.

## Loading a plan
cli-registry-writing = Writing the registry to { $file } …
cli-plan-comparing = Comparing with what is loaded …
cli-plan-loading = Loading …
cli-registry-written = Registry written to { $file }. Correct it in Excel and load it with baosong plan load.
cli-register-taken = Unit register: { $file }
cli-register-none = No unit register: groups of units cannot be expanded, and documents have no official names. Fill them in in a registry (baosong plan read … --registry) and load that, or put a .units.toml file beside the plan, or name one with --units.
cli-plan-untitled = No plan title was found in { $file }, so it cannot be loaded. Put the title before the text and try again.
cli-change-none = Exactly this is loaded already; nothing has changed.
cli-change-new = A new plan would be loaded, “{ $plan }”: measures { $measures }, units { $units }, assignments { $total }.
cli-change-edition = Edition { $number } of “{ $plan }” would bring:
cli-change-same-edition = Text and assignments of “{ $plan }” are the same; this would be brought up to date:
cli-change-periods = reported on from { $first } to { $last }
cli-ask-first = First period to report on
cli-ask-last = Last period
cli-confirm-load = Load it?
cli-needs-yes = There is no terminal to ask on, so nothing was loaded. Once you agree, run it again with --yes; it would be reported on from { $first } to { $last } (change this with --first, --last).
cli-not-loaded = Not loaded; nothing has changed.
cli-loaded = Loaded as edition { $number }, to be reported on from { $first } to { $last }.
cli-loaded-same-edition = Updated; it stays edition { $number }, to be reported on from { $first } to { $last }.
cli-mail-unconfirmed = The plan's address for the electronic copy, { $mail }, is not used until it is confirmed.
cli-periods-reversed = The last period ({ $last }) is before the first ({ $first }). Mend it and try again.

## Invitations
cli-invite-whom = Name a unit, or use --all for every unit; --kind coordinator invites to the office.
cli-invite-office = A coordinator belongs to no unit. Run it again without a unit and without --all.
cli-invite-both = Both the unit “{ $unit }” and --all are given. Keep one of them.
cli-invite-link = { $unit }, { $kind }: { $link }
cli-invite-until = Good until { $until }, each for one person, once. Send each to its person directly.
cli-unit-unknown = There is no unit “{ $name }”. Did you mean { $units }?
cli-unit-unlike-any = There is no unit “{ $name }”. Known units: { $units }.
cli-csv-unit = unit
cli-csv-kind = kind
cli-csv-name = name
cli-csv-link = link
cli-csv-until = good until
cli-csv-written = { $count ->
        [one] One invitation
       *[other] { $count } invitations
    } written to { $file }. Each is for one person, once; send them one by one.

## Workbook
cli-no-plan = No plan is loaded yet. Run baosong plan load first.
cli-plan-unknown = No plan has the title “{ $title }”. Loaded: { $plans }.
cli-which-plan = There are several plans; name one with --plan: { $plans }
cli-no-cycle = The { $period } cycle of “{ $plan }” has not opened yet.
cli-ledger-written = Workbook written to { $file }.

## Calendar
cli-calendar-day-unreadable = “{ $written }” is not a day. Write it like 2026-02-14, for example: baosong calendar set 2026-02-14 workday
cli-calendar-gap = ! The holidays of { $year } are not known here yet; whatever is due from { $year } on is provisional. Once they are published, update baosong, or decide the days with baosong calendar set.

## Database
cli-database-silent = The database { $place } cannot be opened ({ $reason }). Check database.url, permissions and the database server, then try again.
cli-database-newer = The database { $place } was made by a newer version. Upgrade baosong and try again.
cli-database-made = The database is ready.
cli-database-rehearsal = The database is ready, and marked for rehearsal only.

## Running
cli-token-refused = Telegram does not accept the token. Check BAOSONG_TELEGRAM__TOKEN, or get a new one from @BotFather.
cli-token-refused-now = Telegram does not accept the token now, which has worked before. This may pass: start again later. If the token was changed, set the new one in BAOSONG_TELEGRAM__TOKEN.
cli-telegram-elsewhere = There is no such bot at this address (404). Check whether telegram.api_base (BAOSONG_TELEGRAM__API_BASE) is the address of a Bot API, and whether the token is whole.
cli-telegram-silent = Telegram cannot be reached. Check the network, telegram.api_base and telegram.proxy, then try again.
cli-check-settings = The settings are right.
cli-check-database = The database answers; plans loaded ({ $count }): { $plans }
cli-check-rehearsal = This database is for rehearsal only.
cli-check-files = Files can be stored in { $folder }.
cli-check-uninvited = Units that neither a liaison nor a deputy has joined ({ $count }): { $units }. Invite them with baosong invite.
cli-check-no-coordinator = There is no coordinator to receive notices and the workbook. Set BAOSONG_TELEGRAM__COORDINATORS, or run baosong invite --kind coordinator.
cli-check-bot = The token is good: @{ $name }
cli-check-good = Ready to run: baosong run
cli-rehearsal-too-late = This database holds a plan and can no longer be marked for rehearsal. Make an empty one.
cli-rehearsal-unmarked = This database is not marked for rehearsal, so --at is refused. Name a new one with BAOSONG_DATABASE__URL and run baosong database create --rehearsal first.
cli-rehearsal-time-missing = This database is for rehearsal, and what it holds is of the time of the rehearsal, not of today. Give that time with --at, as --at "2022-08-01 09:00".
cli-rehearsal-time-over = The rehearsal on this database has reached { $reached }, and time does not run back. Give --at "{ $least }" or later; to rehearse from the start, make another database for rehearsal.
cli-rehearsal-outside = A rehearsal may only use a Bot API and a mail server on this machine; the settings say { $base }. Run baosong sandbox and set BAOSONG_TELEGRAM__API_BASE, and leave [mail] host empty.
cli-at-unreadable = “{ $value }” is not a time. Write it like "2022-08-01 08:59".
cli-running = Running as @{ $name }; Ctrl-C stops it.
cli-stopped = Stopped. What is left undone goes on at the next start.

## Sandbox
cli-port-taken = Port { $port } cannot be used ({ $reason }). Choose another with --port.
cli-sandbox-own-token = '(the one you gave with --token)'
cli-sandbox =
    The sandbox is running; open { $url }/ in a browser to chat. Ctrl-C stops it.
    In another terminal, run one after the other:

    export BAOSONG_TELEGRAM__API_BASE={ $url }
    export BAOSONG_TELEGRAM__TOKEN={ $token }
    export BAOSONG_DATABASE__URL=sqlite:///data/rehearsal.db
    baosong database create --rehearsal
    baosong plan load plans/samples/yongji-2022.txt --yes
    baosong invite 市工科局
    baosong run --at "2022-08-01 08:59"
