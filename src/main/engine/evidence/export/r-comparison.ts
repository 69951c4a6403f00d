/** What the R script ends with: its numbers beside those of the exports. Reads `measures` and `groups`. */
export const rComparison = String.raw`
same <- function(a, b) {
  a <- as.numeric(a)
  b <- as.numeric(b)
  ifelse(is.na(a) | is.na(b), is.na(a) == is.na(b), abs(a - b) <= 1e-6 * pmax(1, abs(b)))
}
# Whether all columns of two tables are the same, row by row.
same_rows <- function(ours, theirs, columns) {
  Reduce("&", lapply(columns, function(column) same(ours[[column]], theirs[[column]])))
}
failed <- FALSE
report <- function(what, ours, theirs, columns) {
  wrong <- which(!same_rows(ours, theirs, columns))
  cat(nrow(ours), " ", what, ": ", sep = "")
  if (length(wrong) == 0) return(cat("all equal to 1e-6\n"))
  failed <<- TRUE
  cat(length(wrong), "differ\n")
  print(cbind(ours[wrong, ], theirs = theirs[wrong, columns]), digits = 9, row.names = FALSE)
}

key <- function(table) {
  paste(table$questionId, table$by, table$groupValue, table$statistic, table$name, sep = "\r")
}
table <- do.call(rbind, ours)
print(table[c("questionId", "group", "statistic", "name", "estimate", "lower", "upper", "n")],
      digits = 4, row.names = FALSE)
cat("\n")
unknown <- c(setdiff(key(theirs), key(table)), setdiff(key(table), key(theirs)))
if (length(unknown) > 0) {
  failed <- TRUE
  cat("Only here or only in ", results, ":\n", sep = "")
  cat(gsub("\r", " | ", unknown), sep = "\n")
}
report("estimates", table, theirs[match(key(table), key(theirs)), ],
       c("estimate", "standardError", "lower", "upper", "n"))

segment <- function(by) text(paste0("segment.", by))
group_of <- function(by, value) {
  if (by %in% segments) return(segment(by) %in% value)
  found <- Filter(function(one) one$by == by && identical(one$value, value), groups)
  if (length(found) == 1) found[[1]]$inside
}
# Group b less group a. Both are parts of one design: a persona in both is compared with itself.
between <- function(y, a, b) {
  part <- subset(update(design, y = y, side = as.numeric(b)), (a | b) & !is.na(y))
  fit <- svyglm(y ~ side, part)
  tested(coef(fit)[["side"]], SE(fit)[["side"]], degf(part) - 1, max(abs(y[a | b]), na.rm = TRUE))
}
# Asked of the same personas: the mean over personas of their own difference.
within <- function(y, a, b) {
  people <- x[!duplicated(x$personaId), ]
  mean_in <- function(inside) {
    of <- factor(x$personaId, levels = people$personaId)
    as.numeric(tapply(ifelse(inside, y, NA), of, mean, na.rm = TRUE))
  }
  people$y <- mean_in(b) - mean_in(a)
  one_each <- svydesign(ids = ~personaId, strata = ~cohort, weights = ~weight, data = people, nest = TRUE)
  part <- subset(one_each, !is.na(y))
  if (nrow(part) == 0) return(rep(NA, 5))
  found <- svymean(~y, part)
  tested(as.numeric(coef(found)), as.numeric(SE(found)), degf(part) - 1, max(abs(y), na.rm = TRUE))
}
tested <- function(estimate, error, df, size) {
  # What summing may have blurred is no difference.
  if (abs(estimate) <= 1e-13 * size) estimate <- 0
  if (error <= 1e-13 * size) error <- 0
  half <- if (df > 0) qt(0.975, df) * error else NA
  p <- if (df > 0) 2 * pt(-abs(estimate / error), df) else NA
  c(estimate, error, estimate - half, estimate + half, p)
}
difference <- function(row) {
  y <- measures[[paste(row$questionId, row$measure, sep = "\r")]]
  a <- group_of(row$by, row$aValue) & !is.na(y)
  b <- group_of(row$by, row$bValue) & !is.na(y)
  found <- if (!enough(a, b)) rep(NA, 5) else if (row$by %in% paired) within(y, a, b) else between(y, a, b)
  data.frame(questionId = row$questionId, by = row$by, a = row$a, b = row$b, measure = row$measure,
             difference = found[1], standardError = found[2], lower = found[3], upper = found[4],
             # An unfinished run has no p.
             p = if (is.na(row$p)) NA else found[5])
}

# Rao & Scott (1984), second order. Beside it Cramer's V (1946) less what chance makes of it (Bergsma
# 2013), which under the design is the trace of the design effects: X-squared over F.
means_differ <- function(part) {
  test <- regTermTest(svyglm(y ~ factor(cut), part), ~factor(cut))
  c(test$Ftest, test$df, test$ddf, test$p, NA)
}
association <- function(row) {
  is_option <- !is.na(row$option) && row$option != ""
  is_score <- row$test == "wald"
  y <- if (is_score) measures[[paste(row$questionId, "nps", sep = "\r")]]
    else if (is_option) as.character(measures[[paste(row$questionId, row$option, sep = "\r")]])
    else categories[[row$questionId]]
  cut <- if (row$by %in% segments) segment(row$by) else rep(NA_character_, nrow(x))
  for (one in groups) if (one$by == row$by) cut[one$inside] <- one$value
  inside <- !is.na(y) & !is.na(cut)
  # A group of fewer than five personas is left out.
  for (one in unique(cut[inside])) if (!enough(inside & cut %in% one)) inside <- inside & !(cut %in% one)
  found <- tryCatch({
    stopifnot(enough(inside), length(unique(cut[inside])) > 1)
    part <- subset(update(design, y = y, cut = cut), inside)
    if (is_score) means_differ(part) else {
    test <- suppressWarnings(svychisq(~y + cut, part, statistic = "F"))
    pearson <- suppressWarnings(svychisq(~y + cut, part, statistic = "Chisq"))$statistic
    beyond_chance <- if (pearson > 0) max(0, pearson - pearson / test$statistic) else 0
    fewest <- min(length(unique(y[inside])), length(unique(cut[inside])))
    c(test$statistic, test$parameter, test$p.value, sqrt(beyond_chance / sum(inside) / (fewest - 1)))
    }
  }, error = function(e) rep(NA, 5))
  if (any(!is.finite(found[1:4]))) found <- rep(NA, 5)
  data.frame(questionId = row$questionId, by = row$by, option = row$option, f = found[1], numeratorDf = found[2],
             denominatorDf = found[3], p = if (is.na(row$p)) NA else found[4], cramersV = found[5])
}

again <- function(what, theirs, of, columns) {
  if (is.null(theirs) || nrow(theirs) == 0) return(invisible())
  ours <- do.call(rbind, lapply(seq_len(nrow(theirs)), function(i) of(theirs[i, ])))
  report(what, ours, theirs, columns)
}
again("differences", differences, difference,
      c("difference", "standardError", "lower", "upper", "p"))
again("tests of association", tests, association, c("f", "numeratorDf", "denominatorDf", "p", "cramersV"))
`
