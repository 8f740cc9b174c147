#include "host/pages/verifywords.h"

#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Entry = std::pair<QString, QString>;

QList<Entry> verdicts()
{
    return {
        {u"right"_s, Words::tr("Right:")},
        {u"note"_s, Words::tr("Note:")},
        {u"wrong"_s, Words::tr("Wrong:")},
        {u"isBelieved"_s, Words::tr("This certificate is signed by key %1, and nothing was changed.")},
        {u"isUnchanged"_s, Words::tr("Nothing was changed since it was signed by key %1.")},
        {u"isNotBelieved"_s, Words::tr("This certificate must not be believed.")},
        //: %1 is a sentence that says why
        {u"isNoCertificate"_s, Words::tr("This is no certificate. %1")},
        {u"cannotCheck"_s, Words::tr("Nothing was verified: a browser does it only on a page that came by HTTPS, or "
                                     "from the disk. Open this page so.")},
        {u"pageNames"_s, Words::tr("The printed page names a file with the SHA-256 %1.")},
        {u"isNamed"_s, Words::tr("It is the file that the printed page names.")},
        {u"isNotNamed"_s, Words::tr("It is not the file that the printed page names: its SHA-256 is another one.")}};
}

QList<Entry> ofKeys()
{
    return {{u"keysOfSite"_s, Words::tr("The public keys of this site: %1.")},
            //: %1 is the name of a file, %2 lists keys
            {u"keysOfFile"_s, Words::tr("The public keys of %1: %2.")},
            {u"noKeyOfSite"_s, Words::tr("This site has no public key.")},
            {u"noKeyOfFile"_s, Words::tr("There is no public key in %1.")},
            //: %1 is a sentence that says why
            {u"keysUnknown"_s, Words::tr("The public keys of this site are not known. %1")},
            //: %1 is the name of a file, %2 a sentence that says why
            {u"noKeysInFile"_s, Words::tr("%1 has no public keys. %2")},
            //: A key in a list of keys
            {u"keyRevoked"_s, Words::tr("%1, revoked")},
            {u"noKeysKnown"_s, Words::tr("No public keys are known here.")},
            {u"isNotSigned"_s,
             Words::tr("The signature is not of the key %1: the certificate was changed, or nobody signed it.")},
            //: %2 is the role of who has the key, as they wrote it
            {u"signedByHolder"_s, Words::tr("Signed by key %1, one of the public keys (%2).")},
            {u"signedByKnown"_s, Words::tr("Signed by key %1, one of the public keys.")},
            {u"signedByUnknown"_s, Words::tr("Signed by key %1, which is none of the public keys.")},
            {u"signedByNamed"_s, Words::tr("Signed by key %1, the one that you named.")},
            {u"signedByOther"_s, Words::tr("Signed by key %1, and not by the one that you named.")},
            {u"signedBy"_s, Words::tr("Signed by key %1.")},
            {u"anybody"_s,
             Words::tr("Whose key that is, is not known here: anybody can make one. Compare its name with one "
                       "from a place that you trust.")},
            //: %2 is a day
            {u"wasRevoked"_s, Words::tr("The key %1 was revoked on %2: what it signed proves nothing any more.")},
            {u"notBefore"_s, Words::tr("The key %1 was not in use before %2.")},
            {u"notAfter"_s, Words::tr("The key %1 was not in use after %2.")}};
}

QList<Entry> ofNumbers()
{
    return {
        {u"fromDisk"_s, Words::tr("From the disk this page can’t hold the numbers against the public files; "
                                  "“napari-telemetry-aggregate verify --public” does.")},
        //: %1 is a sentence that says why
        {u"notHeld"_s, Words::tr("The numbers were not held against the public files. %1")},
        {u"allPublished"_s, Words::tr("Every number is that of the public files.")},
        //: %1 is a month
        {u"otherLine"_s, Words::tr("%1: line %2 of the history does not name the file that the certificate names.")},
        {u"neverPublished"_s, Words::tr("%1: no number of the plugin was published.")},
        {u"takenOut"_s, Words::tr("%1: the number was taken out of the public numbers since.")},
        {u"otherNumber"_s, Words::tr("%1: the certificate says %2, and published are %3.")},
        {u"fileChanged"_s, Words::tr("%1: the file was changed since; the number is the same.")},
        //: %1 lists keys
        {u"historySigned"_s, Words::tr("The history that names the public files is whole, and signed by %1.")},
        //: %1 is a sentence that says why
        {u"historyNotChecked"_s, Words::tr("Who signed the history was not checked. %1")},
        {u"lineChanged"_s,
         Words::tr("Line %1 of the history doesn’t follow from the one before: something was changed.")},
        {u"linesGone"_s, Words::tr("The last lines of the history were taken away.")},
        {u"linesUnsigned"_s, Words::tr("The last lines of the history are not signed.")},
        {u"otherHistory"_s, Words::tr("The history is not the one that was signed.")},
        {u"badSigner"_s, Words::tr("The signature of key %1 under the history is not valid: the key is not in use, or "
                                   "it signed something else.")},
        {u"tooFewSigned"_s, Words::tr("Keys that have to sign the history: %1. Keys that did: %2.")}};
}

QList<Entry> ofTables()
{
    return {{u"notPublished"_s, Words::tr("not published")},
            {u"interval"_s, Words::tr("%1 to %2")},
            //: How many months: "9 of 12"
            {u"ofMonths"_s, Words::tr("%1 of %2")},
            {u"year"_s, Words::tr("year")},
            {u"month"_s, Words::tr("month")},
            {u"monthsPublished"_s, Words::tr("months published")},
            {u"people"_s, Words::tr("people")},
            {u"interval95"_s, Words::tr("95 % interval")},
            {u"line"_s, Words::tr("line of the history")},
            {u"years"_s, Words::tr("A mean month of each year, of the months that were published")},
            {u"months"_s, Words::tr("People in each month; what was not published is not zero")},
            //: %1 and %2 are months, %3 is a day
            {u"issued"_s, Words::tr("%1 to %2, issued on %3.")},
            {u"digest"_s, Words::tr("SHA-256 of the file: %1")}};
}

/// What is wrong with a file. Most are put behind another sentence.
QList<Entry> faults()
{
    return {{u"cannotFetch"_s, Words::tr("%1 can’t be fetched.")},
            {u"serverAnswered"_s, Words::tr("%1 can’t be fetched: the server answered %2.")},
            //: %1 is the name of a file
            {u"isNotJson"_s, Words::tr("%1 is not JSON.")},
            //: %1 is the name of a file, %2 a sentence that says why
            {u"cannotRead"_s, Words::tr("%1 can’t be read. %2")},
            {u"notJson"_s, Words::tr("It is not JSON.")},
            {u"tooLarge"_s, Words::tr("It is too large.")},
            {u"newer"_s, Words::tr("It is of a newer version; this page may be an old copy.")},
            {u"noObject"_s, Words::tr("It is not an object of JSON.")},
            {u"field"_s, Words::tr("Its field “%1” is missing, or is not what it should be.")},
            {u"numbersApart"_s, Words::tr("Its fields people, low and high don’t go together.")},
            {u"range"_s, Words::tr("Its fields from and to are not two months in order.")},
            {u"tooManyMonths"_s, Words::tr("It is about more than %1 months.")},
            {u"noNumber"_s, Words::tr("It has no number.")},
            {u"monthsOrder"_s, Words::tr("The months are not in order, or not of its range.")},
            {u"yearsDiffer"_s, Words::tr("What it says of the years doesn’t follow from the months.")},
            {u"otherForm"_s, Words::tr("It isn’t in the form in which certificates are written; if an editor or a mail "
                                       "program saved it anew, ask for the file as it was.")}};
}

} // namespace

QJsonObject verifyWords()
{
    QJsonObject words;
    for (const auto &[key, text] : verdicts() + ofKeys() + ofNumbers() + ofTables() + faults())
        words.insert(key, text);
    return words;
}

} // namespace Telemetry
