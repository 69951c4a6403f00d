const english = new Set(
  (
    'the a an of to in on at for with by from and or if that this these is are was were be been do ' +
    'does did have has had you your i my me we our it its they their how what which who when where ' +
    'why would should could can will not no any some about as than then but there people two one'
  ).split(' '),
)
/** Common words of other languages that English has not. */
const foreign = new Set(
  (
    'der die das und ist nicht sie ihr ihre wie oft mit auf von zu den dem ein eine einen für bei oder ' +
    'le la les des du est que qui vous votre vos avec dans une sur et ou pour combien el los las en con ' +
    'por para su sus usted cómo qué y il lo gli che di quanto della sono per come het een van dat niet ' +
    'ik hoe og er det som för och att jag på nie się czy jest na w o e os da você seu sua mais'
  ).split(' '),
)
const MIN_WORDS = 5

/** Whether rules about English wording apply. Too short to tell counts as English. */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []
  const own = words.filter((word) => english.has(word) || /['’](?:t|s|re|ve|ll)$/.test(word)).length
  const other = words.filter((word) => foreign.has(word)).length
  if (words.length < MIN_WORDS && own === 0)
    return other === 0 && !/[^\p{Script=Latin}\P{L}]/u.test(text)
  return own > 0 && own > other
}
