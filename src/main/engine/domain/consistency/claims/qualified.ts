const qualifier =
  /^,? ?(?:after|before|on|at(?! all)|in(?! (?:my life|years|general|principle|ages))|with(?:out)?|when(?:ever)?|while|indoors|outdoors|alone|during|unless|except|much|often|enough|for(?! (?:years|ages|health|religious|ethical|a living|\d|a long))|every|to|as (?:much|often|a rule)|like|outside|inside|around|until|till|that|from|of|if|past|too|just|twice)\b/

/** "I don't drink coffee after six": what is denied under a condition is not denied. */
export function isQualified(text: string, end: number): boolean {
  return qualifier.test(text.slice(end).trimStart())
}
