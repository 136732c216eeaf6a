#!/usr/bin/env bash
# try_program.sh PROGRAM: do with an installed TrustCheck what people do, without a checkout and without a network.
# Ends with 1 where anything of it does not work.
set -euo pipefail
program=${1:?which program?}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export TRUSTCHECK_DATA="$scratch/data" QT_QPA_PLATFORM=offscreen

say() { printf '\n== %s\n' "$*"; }

say "what was delivered"
"$program" --version
"$program" check | tail -1
say "a sample, its reports, its exports"
"$program" sample OUT
for ending in pdf docx html pptx; do
    "$program" report OUT/sample.trustcheck --organisation "Bellwater Council" -o "OUT/report.$ending"
done
for format in json xlsx csv ics; do
    "$program" export OUT/sample.trustcheck --format "$format" -o "OUT/all.$format"
done
"$program" import OUT/back.trustcheck OUT/all.json
say "a passphrase, a copy, and putting it back"
"$program" encrypt OUT/back.trustcheck --passphrase-fd 0 <<<"four words that nobody says"
"$program" verify OUT/back.trustcheck --passphrase-fd 0 <<<"four words that nobody says"
"$program" backup OUT/sample.trustcheck -o OUT/copy.trustcheck
"$program" restore OUT/copy.trustcheck -o OUT/sample.trustcheck
say "a policy, read in a program of its own"
"$program" policy OUT/report.docx | tail -2
say "the window"
timeout 60 "$program" open OUT/sample.trustcheck >window.log 2>&1 &
window=$!
# It keeps a lock on the file once it is open.
for _ in $(seq 300); do
    if grep -qs . OUT/sample.trustcheck-wal 2>/dev/null || [ -e OUT/sample.trustcheck-wal ]; then break; fi
    kill -0 "$window" 2>/dev/null || { cat window.log; exit 1; }
    sleep 0.1
done
[ -e OUT/sample.trustcheck-wal ] || { echo "the window did not open the file"; cat window.log; exit 1; }
kill -TERM "$window"
wait "$window" || true
"$program" verify OUT/sample.trustcheck
[ ! -s data/trustcheck.log ] || { cat data/trustcheck.log; exit 1; }
say "everything works"
