import { stem } from './tokenize.ts'

/** Stems that turn up in talk about anything: beside others, they tell little of a text's subject. */
export const commonStems: ReadonlySet<string> = new Set(
  `actually afternoon again ago almost already alright always amazing anyone anything anyway around
  ask awesome awful away back bad believe best better big bit bring call came care chance change
  come cool could course crazy cute day definitely different easy else end enough even evening
  everyone everything exactly excited far feel find fine finally first forget fun funny get give glad
  go going gonna good got great guess guy haha happen happy hard hear help hey hi hope hour hug idea
  kind know last late later lately learn least leave let life like little long look lot love lovely
  lucky luck made make many matter maybe mean meet minute miss moment month morning move much must
  name need never new nice night nothing often old one part people perfect person photo picture place
  plan play pretty probably proud put reach ready real reason remember right run sad said same saw
  say see seem share shares show side sit small somebody someone something sometimes soon sorry sound
  start stay still stop story stuff support sure take talk tell thank thanks thing think thought three
  time tire today together told tomorrow tonight totally tough true try turn two understand use wait
  walk want watch way week weekend weird well went whole wish wonder wonderful word work world worry
  worth wow yeah year yesterday young`
    .split(/\s+/)
    .map(stem),
)
