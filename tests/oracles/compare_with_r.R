# The statistics that TrustCheck prints, worked out by R packages from the same random surveys.
#
# Rscript compare_with_r.R FOLDER reads FOLDER/scores.csv (survey, view, theme, score) and FOLDER/answers.csv (survey,
# theme, item1 ... item4, keyed, staff only), and writes FOLDER/found.csv (survey, theme, statistic, value).
suppressPackageStartupMessages({
  library(multilevel)
  library(effectsize)
  library(coin)
  library(psych)
})

folder <- commandArgs(trailingOnly = TRUE)[1]
scores <- read.csv(file.path(folder, "scores.csv"))
answers <- read.csv(file.path(folder, "answers.csv"))
found <- list()
far <- 0

put <- function(survey, theme, ...) {
  values <- list(...)
  found[[length(found) + 1]] <<- data.frame(
    survey = survey, theme = theme, statistic = names(values), value = unlist(values, use.names = FALSE)
  )
}

of_one_view <- function(survey, theme, x) {
  interval <- t.test(x)$conf.int
  high <- sum(x >= 62.5)
  share <- suppressWarnings(prop.test(high, length(x), correct = FALSE))$conf.int
  put(survey, theme,
    mean = mean(x), sd = sd(x), median = median(x),
    t_low = max(interval[1], 0), t_high = min(interval[2], 100), wilson_low = share[1], wilson_high = share[2]
  )
}

# effectsize looks for these limits with an optimiser and stops early between small groups; a root is found to the end.
limits_of_g <- function(leaders, staff) {
  n <- c(length(leaders), length(staff))
  df <- sum(n) - 2
  pooled <- sqrt(((n[1] - 1) * var(leaders) + (n[2] - 1) * var(staff)) / df)
  scale <- sqrt(sum(1 / n))
  t <- (mean(leaders) - mean(staff)) / pooled / scale
  j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  sapply(c(.975, .025), function(share) {
    j * scale * uniroot(function(ncp) suppressWarnings(pt(t, df, ncp)) - share, c(-37, 37), tol = 1e-13)$root
  })
}

between_views <- function(survey, theme, leaders, staff) {
  welch <- t.test(leaders, staff)
  g <- hedges_g(leaders, staff, pooled_sd = TRUE)
  limits <- limits_of_g(leaders, staff)
  far <<- max(far, abs(limits - c(g$CI_low, g$CI_high)))
  both <- data.frame(score = c(leaders, staff), view = factor(rep(c("l", "s"), c(length(leaders), length(staff)))))
  p <- as.numeric(pvalue(oneway_test(score ~ view, both, distribution = "exact")))
  put(survey, theme,
    difference = unname(welch$estimate[1] - welch$estimate[2]), welch_low = welch$conf.int[1],
    welch_high = welch$conf.int[2], hedges_g = g$Hedges_g, g_low = limits[1], g_high = limits[2], p_exact = p
  )
  p
}

within_theme <- function(survey, theme, given) {
  group <- rep(1, nrow(given))
  capture.output(raw <- suppressWarnings(psych::alpha(given, check.keys = FALSE))$total$raw_alpha)
  n <- nrow(given)
  k <- ncol(given)
  put(survey, theme,
    alpha = raw,
    feldt_low = 1 - (1 - raw) * qf(.975, n - 1, (n - 1) * (k - 1)),
    feldt_high = 1 - (1 - raw) * qf(.025, n - 1, (n - 1) * (k - 1)),
    rwg_uniform = rwg.j(given, group, ranvar = 2)$rwg.j, rwg_slight = rwg.j(given, group, ranvar = 1.34)$rwg.j,
    ad_mean = ad.m(given, group, type = "mean")$AD.M, ad_median = ad.m(given, group, type = "median")$AD.M,
    a_wg = mean(sapply(given, function(item) awg(item, group, range = c(1, 5))$a.wg))
  )
  if (n >= 100) {
    fit <- factanal(covmat = cov(given), factors = 1, n.obs = n, control = list(lower = 0.005))
    spread <- sapply(given, sd)
    common <- sum(fit$loadings[, 1] * spread)^2
    if (min(fit$uniquenesses) > 0.0051) {
      put(survey, theme, omega = common / (common + sum(fit$uniquenesses * spread^2)))
    }
  }
}

for (survey in unique(scores$survey)) {
  here <- scores[scores$survey == survey, ]
  themes <- unique(here$theme)
  p <- sapply(themes, function(theme) {
    leaders <- here$score[here$theme == theme & here$view == "leader"]
    staff <- here$score[here$theme == theme & here$view == "staff"]
    of_one_view(survey, theme, staff)
    within_theme(survey, theme, answers[answers$survey == survey & answers$theme == theme, 3:6])
    between_views(survey, theme, leaders, staff)
  })
  for (at in seq_along(themes)) put(survey, themes[at], p_holm = p.adjust(p, "holm")[at])
}
cat("limits of g by effectsize: up to", signif(far, 2), "from those compared below\n")
write.csv(do.call(rbind, found), file.path(folder, "found.csv"), row.names = FALSE)
cat(paste0("R ", getRversion(), ", ", paste(sapply(c("multilevel", "effectsize", "coin", "psych"), function(each) {
  paste(each, packageVersion(each))
}), collapse = ", ")), "\n")
