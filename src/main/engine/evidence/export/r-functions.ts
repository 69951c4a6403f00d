/** The part of the R script that is the same for every run. Reads two files, `interviews` and `results`. */
export const rFunctions = String.raw`
if (!requireNamespace("survey", quietly = TRUE))
  stop("This script needs the package survey: install.packages(\"survey\")")
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "adjust") # a lone persona in a cohort is centred at the grand mean

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "."

# A file under another name is taken if it is the only one of its kind.
named <- function(file, end) {
  if (file.exists(file.path(folder, file))) return(file)
  found <- list.files(folder, pattern = paste0(end, "$"))
  if (length(found) != 1) stop("Put ", file, " into ", folder)
  found
}
interviews <- named(interviews, "interviews.csv")
results <- named(results, "results.csv")

# Everything as text: a number becomes one where it is used. A quote before what a spreadsheet would
# run as a formula is the CSV's own.
read <- function(file) {
  table <- read.csv(file.path(folder, file), check.names = FALSE, colClasses = "character",
                    na.strings = "", encoding = "UTF-8")
  table[] <- lapply(table, function(x) sub("^'([-=+@\t\r\uff1d\uff0b\uff0d\uff20])", "\\1", x))
  table
}
x <- read(interviews)
theirs <- read(results)
# Differences and tests of association are computed again where their exports are in the folder, too.
beside <- function(file, end) tryCatch(read(named(file, end)), error = function(e) NULL)
differences <- beside(comparisons, "comparisons.csv")
tests <- beside(associations, "associations.csv")
# Models of choices and prices have estimators of their own: they are not computed again here.
theirs <- theirs[theirs$statistic != "model", ]
text <- function(column) x[[column]]
number <- function(column) as.numeric(x[[column]])

x$weight <- as.numeric(x$weight)
design <- svydesign(ids = ~personaId, strata = ~cohort, weights = ~weight, data = x, nest = TRUE)

# Answers of fewer than five personas are not shown: one person could be read off them.
enough <- function(...) {
  min(sapply(list(...), function(rows) length(unique(x$personaId[rows & x$weight > 0])))) >= 5
}

# One group: whose rows they are. Rows are never deleted: subset() keeps the design.
group <- function(by, value, label, inside) {
  list(by = by, value = value, label = label, inside = inside & !is.na(inside))
}

mean_of <- function(part) {
  found <- svymean(~y, part)
  estimate <- as.numeric(coef(found))
  error <- as.numeric(SE(found))
  half <- if (degf(part) > 0) qt(0.975, degf(part)) * error else NA
  c(estimate, error, estimate - half, estimate + half)
}

# Korn & Graubard (1998), as svyciprop(method = "beta"), with their n capped at n; at 0 and 1, where R
# has no interval, Clopper & Pearson (1934) at Kish's effective n over personas.
share_of <- function(part) {
  found <- svymean(~y, part)
  y <- part$variables$y
  # All alike: their weighted mean is 0 or 1 but for rounding.
  alike <- all(y == y[1])
  p <- if (alike) y[1] else as.numeric(coef(found))
  error <- if (alike) 0 else as.numeric(SE(found))
  n <- nrow(part$variables)
  w <- tapply(weights(part), part$variables$personaId, sum)
  if (p == 0 || p == 1) return(c(p, error, clopper_pearson(p, sum(w)^2 / sum(w^2))))
  if (degf(part) <= 0) return(c(p, error, NA, NA))
  trials <- p * (1 - p) / error^2 * (qt(0.025, n - 1) / qt(0.025, degf(part)))^2
  if (trials >= n) return(c(p, error, clopper_pearson(p, n)))
  c(p, error, as.numeric(confint(svyciprop(~I(y == 1), part, method = "beta"))))
}
clopper_pearson <- function(p, n) {
  c(if (p == 0) 0 else qbeta(0.025, n * p, n * (1 - p) + 1),
    if (p == 1) 1 else qbeta(0.975, n * p + 1, n * (1 - p)))
}

# Woodruff (1952) on the logit scale; none where the quantile is the largest answer.
quantile_of <- function(part, probability) {
  y <- part$variables$y
  w <- weights(part)
  if (degf(part) <= 0 || sum(w[y <= quantile_alone(part, probability)]) >= sum(w) * (1 - 1e-12))
    return(c(quantile_alone(part, probability), NA, NA, NA))
  found <- svyquantile(~y, part, probability, qrule = "math", interval.type = "xlogit")[[1]][1, ]
  lower <- min(found[[1]], found[[2]])
  c(found[[1]], (found[[3]] - lower) / (2 * qt(0.975, degf(part))), lower, found[[3]])
}
quantile_alone <- function(part, probability) {
  as.numeric(svyquantile(~y, part, probability, qrule = "math", ci = FALSE)[[1]])
}

ours <- list()
measures <- list()
estimate <- function(question, statistic, name, y, of, among = groups) {
  measures[[paste(question, name, sep = "\r")]] <<- y
  with_y <- update(design, y = y)
  for (one in among) {
    inside <- one$inside & !is.na(y)
    found <- if (!enough(inside)) rep(NA, 4) else of(subset(with_y, inside))
    ours[[length(ours) + 1]] <<- data.frame(
      questionId = question, by = one$by, groupValue = one$value, group = one$label,
      statistic = statistic, name = name, estimate = found[1], standardError = found[2],
      lower = found[3], upper = found[4], n = sum(inside))
  }
}
# A share of the answers; the mean of shares where each answer is one, as in a conjoint.
share <- function(question, name, y) {
  y <- as.numeric(y)
  estimate(question, "share", name, y, if (all(y %in% c(0, 1, NA))) share_of else mean_of)
}
# A theme of an open question: its name, by everyone.
theme <- function(question, id, y) estimate(question, "share", id, as.numeric(y), share_of, groups[1])
average <- function(question, name, y) estimate(question, "mean", name, as.numeric(y), mean_of)
quantiles <- function(question, name, y, probability) {
  estimate(question, name, name, as.numeric(y), function(part) quantile_of(part, probability))
}
# A median of points on a scale has no useful interval: it stands alone.
median_point <- function(question, y) {
  estimate(question, "median", "median", y, function(part) c(quantile_alone(part, 0.5), NA, NA, NA))
}
# Net promoter score (Reichheld 2003): 100 for 9 and 10, -100 up to 6.
promoters <- function(y) ifelse(y >= 9, 100, ifelse(y <= 6, -100, 0))
# Places given, 1 best: what was not ranked shares the places left over.
places <- function(columns) {
  given <- sapply(columns, number)
  ranked <- rowSums(!is.na(given))
  rest <- ifelse(ranked == 0, NA, (ranked + 1 + length(columns)) / 2)
  apply(given, 2, function(place) ifelse(is.na(place), rest, place))
}
`
