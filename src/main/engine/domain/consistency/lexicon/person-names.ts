// Short and long forms of one name.
const groups = `
thomas tom tommy|robert rob bob bobby robbie|william will bill billy liam|richard rick dick richie|james jim jimmy jamie
john johnny jack|michael mike mick mikey|elizabeth liz beth lizzie eliza betty elsie|margaret maggie peggy meg greta rita
katherine catherine kate katie kathy cathy kat|alexander alex sasha sandy xander|alexandra alex sandra sasha
nicholas nick nico|anthony tony|andrew andy drew|christopher chris|christina chris tina|patricia pat trish patty|patrick pat paddy
jennifer jen jenny|jessica jess jessie|joseph joe joey|samuel sam sammy|samantha sam|daniel dan danny|matthew matt|david dave
edward ed eddie ted ned|susan sue susie|rebecca becky becca|victoria vicky tori|stephen steve steven stefan|benjamin ben
jonathan jon|timothy tim|gregory greg|frederick fred freddie|charles charlie chuck|francis frank|theodore theo ted
isabella isabel bella isa|maria mia mary|johanna jo hanna|anna ann anne annie|deborah debbie deb|barbara barb|philip phil
jacob jake|joshua josh|zachary zach|nathaniel nate|gabriel gabe|leonard len leo|abigail abby|madeleine maddie|eleanor ellie nell nora`

const groupOf = new Map<string, number[]>()
groups
  .trim()
  .split(/[|\n]/)
  .forEach((group, i) => {
    for (const name of group.split(' ')) groupOf.set(name, [...(groupOf.get(name) ?? []), i])
  })

/** Whether two first names are surely of two people; both in lower case. */
export function namesExclude(a: string, b: string): boolean {
  const [firstA = '', firstB = ''] = [a.split(' ')[0], b.split(' ')[0]]
  if (
    firstA === firstB ||
    firstA.startsWith(firstB.slice(0, 3)) ||
    firstB.startsWith(firstA.slice(0, 3))
  )
    return false
  const groupsA = groupOf.get(firstA) ?? []
  return !(groupOf.get(firstB) ?? []).some((group) => groupsA.includes(group))
}
