#pragma once

#include <QtGlobal>

#include <cstddef>

/// Every limit of the system, with its unit and its reason. Caps per topic are in the data dictionary.
namespace Telemetry::Limits {

/// Bytes of one request body. A person's week is a few kB; more is a fault or an attack.
inline constexpr qsizetype requestBytes = 64 * 1024;
/// Events in one request.
inline constexpr qsizetype requestEvents = 500;
/// Bytes of one event in its canonical form: the longest legal value is below 1 kB.
inline constexpr qsizetype eventBytes = 2 * 1024;
/// Bytes of an answer that the client reads: one refusal per event at the most.
inline constexpr qsizetype responseBytes = 128 * 1024;
/// Nesting depth of JSON that we accept: batch > events > event > value > field.
inline constexpr int jsonDepth = 8;

/// Bytes of a policy or consent file. Larger ones are not ours.
inline constexpr qsizetype policyFileBytes = 64 * 1024;
/// Bytes of the settings file of the host.
inline constexpr qsizetype hostSettingsBytes = 64 * 1024;
/// Characters of the address of a host's public pages, and of how to reach its operators.
inline constexpr qsizetype siteAddressChars = 200;
/// Bytes of a file of /proc that are read: a list of thousands of mounts.
inline constexpr qint64 processFileBytes = 1024 * 1024;
/// Answers that the consent record remembers beside the one that counts: years of changing one's mind.
inline constexpr int rememberedAnswers = 50;
/// Milliseconds after which an end in time (of a pause, of a limit) is looked at again: clocks jump, computers sleep.
inline constexpr int clockCheckMs = 60 * 60 * 1000;
/// Days that an agreement can be limited to.
inline constexpr int limitDays[] = {30, 90, 365};
/// Milliseconds in which a window's layout has settled after its texts changed.
inline constexpr int layoutSettlesMs = 300;
/// Bytes of the list of the other package's files and digests: 100 for each of a few dozen.
inline constexpr qsizetype packageManifestBytes = 16 * 1024;
/// Bytes of one file of the other package: its largest library has half a megabyte.
inline constexpr qsizetype packageFileBytes = 16 * 1024 * 1024;
/// Entries of one folder of the other package: a dozen are ours, and a stuffed folder is not read to its end.
inline constexpr qsizetype packageEntries = 256;
/// Bytes that the system may need to describe an account or its private group.
inline constexpr std::size_t accountBytes = 16 * 1024;
/// Seconds after which a private copy of a library was forgotten: it is removed as soon as it is loaded.
inline constexpr int privateCopyMaxAgeS = 60 * 60;
/// Milliseconds without another change after which whoever changes the other package's files has probably finished.
inline constexpr int packageSettlesMs = 500;
/// Characters of an installer's output that are kept to tell why it failed; it says so at its end.
inline constexpr qsizetype installOutputChars = 64 * 1024;
/// Seconds after which a lock or an unfinished file of another user was left behind: both are there for minutes at
/// most.
inline constexpr int abandonedAfterS = 60 * 60;
/// Milliseconds that giving a file the name of another one waits for who has that open at this moment (Windows).
inline constexpr int renamingWaitMs = 1'000;
/// Milliseconds that an installer which is ended gets to go, when napari goes.
inline constexpr int installerEndsMs = 1'000;
/// Bytes of the longest name of a file of ours, with all that is added to it: what eCryptfs takes; others take more.
inline constexpr qsizetype fileNameBytes = 143;
/// Hexadecimal digits that stand for an environment in the names of files: two of one person are never the same.
inline constexpr qsizetype environmentDigits = 16;
/// Bytes of the list of the environments: one takes at most 300, and those without events are left out.
inline constexpr qsizetype environmentsFileBytes = 64 * 1024;
/// Bytes of the identity file.
inline constexpr qsizetype identityFileBytes = 4 * 1024;
/// Bytes of the list of what was counted: a few hundred for each computer that shares the home.
inline constexpr qsizetype seenFileBytes = 256 * 1024;
/// Events of a selection that the preview shows byte by byte: more than anybody reads at a time.
inline constexpr qsizetype previewDetails = 100;
/// Events that the preview shows at once, while it reads the others: more than a screen has lines.
inline constexpr qsizetype previewFirst = 200;
/// Bytes of the list of the topics that the user holds.
inline constexpr qsizetype heldTopicsFileBytes = 4 * 1024;
/// Bytes of the list of what is being erased: a key takes less than the event that it names, see spoolBytes.
inline constexpr qsizetype erasingFileBytes = 4 * 1024 * 1024;
/// Bytes of the data dictionary.
inline constexpr qsizetype dictionaryBytes = 256 * 1024;
/// Bytes of the public list (about 700 plugins with the commands of 70 need 50 kB today).
inline constexpr qsizetype publicListBytes = 4 * 1024 * 1024;
/// Characters of a name, a version or a command on it: as many as the dictionary takes of any.
inline constexpr qsizetype publicNameChars = 128;
/// By how much the last number of a version may be above the highest that the list has there: a few releases between
/// two updates of the list.
inline constexpr int nextPatches = 3;

/// Bytes of the reporter, and of the secret that it derives from.
inline constexpr qsizetype reporterBytes = 16;
inline constexpr qsizetype secretBytes = 32;
/// Weeks that an identity follows a clock that runs ahead; further ahead a new one is drawn.
inline constexpr int ratchetWeeks = 104;

/// Weeks of use that an identity remembers, so that a clock that jumps makes nobody count more than twice.
inline constexpr qsizetype rememberedWeeks = 8;

/// Days after the end of a week until it closes: later events are refused by the collector and dropped by the client.
inline constexpr int weekClosesAfterDays = 21;
/// Days that a raw event lives at most, from the Monday of its week. A receipt lives as long.
inline constexpr int rawDays = 60;

/// Days that a week may be ahead of the collector's clock: people's clocks and time zones differ by hours.
inline constexpr int weekAheadDays = 1;
/// Weeks by which most requests may lag behind the collector's clock until that is implausible. Honest ones lag by
/// three at most, while a week is open.
inline constexpr int implausibleWeeks = 4;
/// The last requests that the collector holds its clock against. Odd, so that the median is one of them; so many that a
/// few wrong clocks don't decide, so few that a day of a small collector proves its clock.
inline constexpr qsizetype clockRequests = 101;
/// Seconds after which a client should try again when the collector's clock is in doubt: a person has to look at it.
inline constexpr int clockRetrySeconds = 60 * 60;
/// Events of one fact and period in one request: an honest client has one, or two when its clock made it draw a new
/// secret. More are of people who don't exist.
inline constexpr int requestEventsOfOneFact = 2;
/// Reporters in one erase request: more than one person's week of one level can have (2 x 96, see the clock rule).
inline constexpr qsizetype eraseReporters = 500;
/// Bytes of one request's header. Ours need 400; a proxy adds some.
inline constexpr qsizetype requestHeaderBytes = 8 * 1024;
/// Seconds between looks at whether another public list was loaded: somebody may wait for it, and it is a small file.
inline constexpr int publicListCheckSeconds = 5;
/// Milliseconds until a request must have arrived whole, so that a slow client can't hold a connection for ever.
inline constexpr int requestDeadlineMs = 10'000;
/// Milliseconds that the collector's writer may take before a request is answered with 503.
inline constexpr int ingestDeadlineMs = 30'000;
/// Connections to the collector at a time: well below the 1,024 descriptors of a service.
inline constexpr int connections = 512;
/// The same to the operator's pages: a monitor and a person.
inline constexpr int operatorConnections = 8;
/// Bytes of the bodies that are being checked or wait to be committed; as events they take three times as much memory.
/// Others wait as they came, when a rush of full batches fills all connections.
inline constexpr std::size_t bodiesInHandBytes = 512 * 1024;
/// Milliseconds that a stopping collector gives its clients to read their last answer.
inline constexpr int serverDrainMs = 2'000;
/// Requests that wait for the collector's writer: at 64 kB each 64 MB at the most; further ones are answered with 503.
inline constexpr qsizetype ingestQueueRequests = 1024;
/// Events, put or erased, that the collector's writer commits in one transaction: it holds them in memory until then.
inline constexpr qsizetype ingestGroupEvents = 8'000;
/// Requests that the collector's writer commits in one transaction.
inline constexpr qsizetype ingestGroupRequests = 256;
/// Seconds after which a client should try again when the collector could not take its request.
inline constexpr int retryAfterSeconds = 300;
/// Milliseconds that the collector's SQLite waits for another process's lock (the aggregation reads).
inline constexpr int rawBusyTimeoutMs = 5'000;
/// Bytes of the key of a stored fact, of its SHA-256: two of a million facts are never the same.
inline constexpr qsizetype factKeyBytes = 16;
/// Seconds that requests lie in the raw database's log, which shows in what order they came, until it is emptied.
inline constexpr int rawLogSeconds = 5;
/// Requests that lie there at most, or those of one commit, which it does not tell apart.
inline constexpr qsizetype rawLogRequests = 256;
/// Bytes of a raw database that is rebuilt whenever its log is emptied. The place of a row within its page shows when
/// it came; of a larger file, 256 pages, less than one pair of rows in 100 is on one page, and a day later none tells.
inline constexpr qint64 rawRebuildBytes = 1024 * 1024;
/// Rows that are written anew in one step of the daily tidying: requests wait for it, some ten milliseconds.
inline constexpr qsizetype rawStepRows = 4'000;
/// Milliseconds between two steps while requests come: nothing hurries it, and ten million rows are done in ten
/// minutes.
inline constexpr int rawStepPauseMs = 250;
/// Days since the raw database was tidied by which the clock may have gone on to be believed when it says that all is
/// too old: a long weekend off.
inline constexpr int clockBelievedDays = 4;
/// Minutes between looks at whether a new day has begun, in which raw events are too old.
inline constexpr int rawDayCheckMinutes = 30;

/// Bytes of a certificate: the figures of certificateMonths months take 15 kB.
inline constexpr qsizetype certificateBytes = 64 * 1024;
/// Bytes of its page: one with 60 months takes a hundred kB, most of it fonts.
inline constexpr qsizetype certificatePageBytes = 4 * 1024 * 1024;
/// Months of a certificate: five years are what a page can show legibly.
inline constexpr int certificateMonths = 60;
/// Bytes of the published numbers of one week or month: a hundred thousand rows of them.
inline constexpr qsizetype periodFileBytes = 16 * 1024 * 1024;
/// Characters of a text in a published number's key: a command has at most 128, a plugin's version 32.
inline constexpr qsizetype publishedTextChars = 256;
/// Dimensions of a published table: more than three nobody could read.
inline constexpr qsizetype publishedDimensions = 8;
/// People of one number, and lines of the history: more is damage, and all arithmetic with them stays exact.
inline constexpr qint64 greatestCertifiedNumber = 1'000'000'000;

/// Bytes of the key that noise is drawn with.
inline constexpr qsizetype noiseKeyBytes = 32;
/// The greatest sigma of the noise: keeps every product of the sampler far below 2^64.
inline constexpr int greatestSigma = 1'000;
/// The least threshold that a table may have: no count below it is published, whatever the dictionary says.
inline constexpr qint64 leastThreshold = 15;
/// Milliseconds that the aggregation waits for a reader of the published SQLite file.
inline constexpr int aggregatesBusyTimeoutMs = 5'000;
/// Days after the newest raw week has closed from which on an aggregation doubts its clock: a host that runs has events
/// of open weeks.
inline constexpr int runClockDays = 7;
/// Days since the last run from which on it doubts it as well: by then every raw event is too old to keep.
inline constexpr int runGapDays = rawDays;
/// Days since the program was built from which on an aggregation that knows nothing else of the time doubts it: its
/// first run would date the history, which never goes back.
inline constexpr int runBuiltDays = 330;
/// Seconds after a publication in which an audit lets the collector delete what is published.
inline constexpr int auditPublishedSeconds = 3'600;
/// Archives of a backup that an audit names.
inline constexpr int auditArchives = 3;
/// Days for which a closed week or month may wait for its drawing before that is told.
inline constexpr int missedPeriodDays = 3;
/// Weeks before a candidate that a review compares it with, and the least number of values that it calls usual.
inline constexpr int reviewWeeks = 53;
inline constexpr qsizetype reviewLeastValues = 4;
/// From which robust z on a number is suspicious, and from which growth of a month.
inline constexpr double reviewSuspiciousZ = 5;
inline constexpr double reviewGrowth = 0.5;
/// Bytes of the file that names the published months, and so what the collector deletes.
inline constexpr qsizetype publishedMonthsBytes = 4'096;
/// Months in it: those that can still have raw events, and one more.
inline constexpr qsizetype publishedMonths = 4;
/// Bytes of the file that says what the last run of the aggregation found.
inline constexpr qsizetype aggregationStateBytes = 1'024;
/// Milliseconds that a copy to the public host may take.
inline constexpr int publicCopyMs = 1'800'000;
/// Days that logs are kept, on a host that keeps its promises.
inline constexpr int hostLogDays = 14;
/// What an audit lets pass: days since raw events were gone through, seconds that the raw database's log may be left as
/// it is. Milliseconds that it waits for the journal.
inline constexpr int auditTidyDays = 2;
inline constexpr int auditLogSeconds = 60;
inline constexpr int auditJournalMs = 20'000;

/// People of one simulation, and weeks of one run of it.
inline constexpr int simulatedPeople = 10'000'000;
inline constexpr int simulatedWeeks = 520;
/// Requests of the simulation that wait for an answer at a time; Qt opens 6 connections for them.
inline constexpr int simulateWindow = 24;
/// Attempts of the simulation for one request, with this many milliseconds between them.
inline constexpr int simulateAttempts = 20;
inline constexpr int simulateRetryMs = 500;

/// Lines of the public history: a century of ten a day would be fewer.
inline constexpr int historyLines = 500'000;
/// Bytes of the whole history: 300 for each of ten lines a month, and the removals, for longer than anybody plans.
inline constexpr qsizetype historyBytes = 64 * 1024 * 1024;
/// Bytes of one of its lines: a removal names the files of all weeks and months, 120 bytes each.
inline constexpr qsizetype historyLineBytes = 512 * 1024;
/// Files that one line names: the weeks and months of fifty years.
inline constexpr qsizetype historyFiles = 4'000;
/// Characters of the path of a public file.
inline constexpr qsizetype historyPathChars = 120;
/// Bytes of what a line is about: of a key it has the signatures, 130 bytes each.
inline constexpr qsizetype historyWhatBytes = 4 * 1024;
/// Characters of a person's reason, or of what a keeper of a key is: two sentences.
inline constexpr qsizetype historyTextChars = 300;
/// Keys that are entered, those that are no longer valid included: two persons' with a new one each year for 16 years.
inline constexpr qsizetype historyKeys = 32;
/// Signatures of a head, or under the entry of a key: a key is one person's, and a host has two or three.
inline constexpr qsizetype historySignatures = 8;
/// Bytes of the head, and of the list of the keys.
inline constexpr qsizetype historyHeadBytes = 8 * 1024;
inline constexpr qsizetype historyKeysBytes = 64 * 1024;
/// Bytes of a file with a secret key: 88 and a line feed.
inline constexpr qsizetype keyFileBytes = 256;
/// Bytes of a public file that is held against the history: the largest is the copy of the aggregates.
inline constexpr qsizetype publicFileBytes = 256 * 1024 * 1024;
/// Bytes of the public index.json: 200 for each week and month, and the tables.
inline constexpr qsizetype publicIndexBytes = 4 * 1024 * 1024;
/// Milliseconds that one public file may take as a whole, when somebody checks a host.
inline constexpr int publicFileTotalMs = 10 * 60 * 1000;

/// Milliseconds without progress until a request counts as timed out.
inline constexpr int transferTimeoutMs = 15'000;
/// Milliseconds that a request may take as a whole: an answer of one byte a second makes progress for ever.
inline constexpr int requestTotalMs = 60'000;
/// Seconds after the start of telemetry in a process until the first sending of its own accord: never at start.
inline constexpr qint64 firstSendingSeconds = 10 * 60;
/// The same for events that were already overdue at the start, so that somebody with short sessions is counted in time.
inline constexpr qint64 overdueSendingSeconds = 60;
/// Days after the end of its week from which an event is overdue. (Nothing finer than the week is known of it.)
inline constexpr int overdueDays = 3;
/// Seconds after the answer to the question before which nothing is sent of its own accord: time to think again.
inline constexpr qint64 consentRestSeconds = 24 * 60 * 60;
/// Seconds between two sendings of one level of its own accord, at least, also when one has failed.
inline constexpr qint64 sendingIntervalSeconds = 24 * 60 * 60;
/// Seconds over which the moment of a sending is drawn, so that it does not tell when napari was started, and not all
/// come at once when a week ends.
inline constexpr qint64 sendingSpreadSeconds = 4 * 60 * 60;
/// The same for overdue events: short, because the session may be.
inline constexpr qint64 overdueSpreadSeconds = 60;
/// Seconds that the wait after the first failure is longer than the interval, at most; doubled with each further one,
/// and never more than the second number. Weeks close after 21 days, so at least four attempts are left.
inline constexpr qint64 backOffSeconds = 24 * 60 * 60;
inline constexpr qint64 backOffMaximumSeconds = 4 * 24 * 60 * 60;
/// Seconds that a collector's Retry-After is followed for; a longer one is cut.
inline constexpr qint64 retryAfterMaximumSeconds = 24 * 60 * 60;
/// Milliseconds between two erase requests, drawn between these: the more apart they are, the less they look as if they
/// came from one person; but somebody waits for them.
inline constexpr int eraseGapMinimumMs = 500;
inline constexpr int eraseGapMaximumMs = 8'000;
/// Milliseconds after which the plan is looked at again: clocks jump, computers sleep, other processes send.
inline constexpr int planCheckMs = 10 * 60 * 1000;
/// Bytes of the file that says when each level was tried last.
inline constexpr qsizetype sendingStateFileBytes = 4 * 1024;
/// Days for which every attempt to send has to have failed until the user is told that the server can't be reached: a
/// weekend without a network is no news.
inline constexpr int unreachableDays = 3;
/// Milliseconds that the end of napari waits for our worker thread.
inline constexpr int shutdownWaitMs = 2'000;
/// Bytes of uses that wait to be counted, of one process: 4,000 uses, when the worker counts them every second.
inline constexpr qint64 journalBytes = 1024 * 1024;
/// Bytes of events and receipts in a spool; with a journal 5 MiB. Nine weeks with every topic at its cap need a tenth.
inline constexpr qint64 spoolBytes = 4 * 1024 * 1024;
/// Milliseconds after a use until it is counted: power loss may cost the last second, counting each alone costs more.
inline constexpr int foldDelayMs = 500;
/// Milliseconds until counting is tried again after the disk refused.
inline constexpr int foldRetryMs = 30'000;
/// Things (commands, kinds of layers) that are counted in one process: far more than napari has commands.
inline constexpr qsizetype countedThings = 20'000;
/// Milliseconds that SQLite waits for another process's lock. Only the worker thread waits.
inline constexpr int spoolBusyTimeoutMs = 2'000;

} // namespace Telemetry::Limits
