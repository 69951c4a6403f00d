/** Words that questions are made of, beside the stop words: they say nothing about what is asked. */
export const questionWords: ReadonlySet<string> = new Set(
  `able actually ago answer ask asked bit day days describe ever exactly explain far feel feeling
  feelings felt get give given go goes going gone got happen happened happening happens kind kinds
  know let like likely little long look lot make makes many maybe mean mind much one people please
  quite rather really recall remember say share something sometimes sort sorts story talk tell thing
  things think thought time times today tomorrow try type types use used usually want way week went
  whole year years yesterday yes`.split(/\s+/),
)
