#!/usr/bin/env bash
# Package   effectsize 0.8.3 for R (Debian r-cran-effectsize 0.8.3+dfsg-1), with R from r-base-core.
# Expected  hedges_g() and cohens_d() give "exact" confidence limits: the two noncentralities under which the t that was
#           observed would be just too large and just too small.
# Happens   They are looked for with a general optimiser, which stops early where groups are small. For two people
#           beside eight the upper limit of g comes out as 1.405; the noncentral t distribution of the same R, solved for
#           its root, says 1.423. The p that belongs to the printed limit is .0265 where .025 was asked for.
# Matters   A few leaders beside a few staff is the usual size of a workshop. Whoever checks an effect size of a small
#           survey against this package takes a difference in the second decimal for a fault of the program.
set -euo pipefail
command -v Rscript >/dev/null || { echo "needs Rscript (r-base-core)"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -qq r-cran-effectsize=0.8.3+dfsg-1 r-cran-parameters=0.20.2-1 r-cran-insight=0.19.0+dfsg-1 \
    r-cran-bayestestr=0.13.0-1 r-cran-datawizard=0.6.5+dfsg-1 r-cran-performance=0.10.2-1 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" unpacked; done
cat >seen.R <<'R'
suppressPackageStartupMessages(library(effectsize))
leaders <- c(62.5, 75)
staff <- c(81.25, 62.5, 43.75, 93.75, 12.5, 93.75, 100, 56.25)
n <- c(length(leaders), length(staff))
df <- sum(n) - 2
scale <- sqrt(sum(1 / n))
d <- (mean(leaders) - mean(staff)) / sqrt(((n[1] - 1) * var(leaders) + (n[2] - 1) * var(staff)) / df)
j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
tail_below <- function(ncp) suppressWarnings(pt(d / scale, df, ncp))
root <- uniroot(function(ncp) tail_below(ncp) - .025, c(-30, 30), tol = 1e-12)$root * scale * j
printed <- hedges_g(leaders, staff, pooled_sd = TRUE)$CI_high
left <- tail_below(printed / j / scale)
cat(sprintf("effectsize %s: upper limit %.4f, tail there %.4f; root %.4f, tail there %.4f\n",
            packageVersion("effectsize"), printed, left, root, tail_below(root / j / scale)))
stopifnot(packageVersion("effectsize") == "0.8.3", abs(printed - root) > .01, abs(left - .025) > .0005,
          abs(tail_below(root / j / scale) - .025) < 1e-9)
R
R_LIBS="$folder/unpacked/usr/lib/R/site-library" Rscript seen.R || exit 1
