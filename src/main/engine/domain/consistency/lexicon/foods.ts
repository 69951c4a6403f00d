// What belongs to what: eating a steak is eating beef and meat, and drinking milk is dairy.
const classes: Readonly<Record<string, string>> = {
  'meat beef':
    'steak steaks beef beefsteak hamburger hamburgers burger burgers brisket roast veal meatballs meatball bolognese goulash cheeseburger cheeseburgers carbonara lasagne sirloin ribeye rib-eye fillet stew',
  'meat pork':
    'pepperoni carnitas hotdog pork bacon ham sausage sausages salami prosciutto chorizo bratwurst ribs schnitzel gammon crackling trotters',
  'meat poultry': 'pheasant nuggets chicken turkey duck goose drumstick drumsticks wings poultry',
  'meat lamb': 'chops lamb mutton kebab kebabs',
  meat: 'meat venison rabbit liver tripe haggis mince barbecue bresaola',
  'fish seafood':
    'fish salmon tuna cod haddock trout herring mackerel sardines sardine anchovies sushi sashimi carp perch eel kippers',
  'shellfish fish seafood':
    'prawns prawn shrimp shrimps lobster crab mussels oysters oyster clams shellfish scallops',
  dairy:
    'toastie camembert ricotta milkshake milk cheese butter cream yoghurt yogurt ice-cream cheddar brie mozzarella parmesan cheesecake gouda feta latte',
  egg: 'egg eggs omelette omelet',
  gluten: 'bread pasta pizza croissant croissants baguette toast spaghetti noodles cake beer',
  nuts: 'peanut peanuts almonds almond walnuts walnut hazelnuts cashews pistachios nuts nut',
  caffeine: 'coffees coffee espresso cappuccino tea cola',
  alcohol:
    'alcohol beer beers wine whisky whiskey vodka gin rum champagne cider pint pints lager brandy schnapps tequila cocktail cocktails prosecco port sherry ouzo raki sake mead',
  sugar:
    'chocolates brownie brownies doughnut doughnuts donut donuts fudge sugar chocolate sweets candy cakes biscuits cookies',
  '': 'mushrooms tomatoes tomato onions garlic olives strawberries strawberry apples bananas cucumber spinach broccoli cilantro coriander liquorice honey',
}

const classesOfFood = new Map<string, Set<string>>()
for (const [kinds, foods] of Object.entries(classes)) {
  for (const food of foods.split(' ')) {
    const known = classesOfFood.get(food) ?? new Set([singular(food)])
    for (const kind of kinds.split(' ').filter(Boolean)) known.add(kind)
    classesOfFood.set(food, known)
  }
}
for (const kind of [
  'beef',
  'pork',
  'poultry',
  'lamb',
  'fish',
  'shellfish',
  'dairy',
  'gluten',
  'alcohol',
  'meat',
  'nuts',
  'seafood',
  'eggs',
]) {
  const known = classesOfFood.get(kind) ?? new Set<string>()
  classesOfFood.set(kind, known.add(singular(kind)).add(kind))
}
classesOfFood.get('seafood')!.add('fish')

/** A food or drink, as the source of a pattern without groups. */
export const FOOD = `(?:${[...classesOfFood.keys()].toSorted((a, b) => b.length - a.length).join('|')})`

/** What a food is, itself included: `steak`, `beef`, `meat`; none where it is not known. */
export function classesOf(food: string): readonly string[] {
  return [...(classesOfFood.get(food.toLowerCase()) ?? [])]
}

export function foodOf(food: string): string {
  return singular(food.toLowerCase())
}

function singular(food: string): string {
  if (food === 'nuts') return 'nuts'
  return food
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/oe$/, 'o')
}

/** What the keepers of a diet do not eat. */
export const dietExcludes: Readonly<Record<string, readonly string[]>> = {
  vegetarian: ['meat', 'fish'],
  vegan: ['meat', 'fish', 'dairy', 'egg'],
  pescatarian: ['meat'],
  'gluten-free': ['gluten'],
}

export const foodCues: readonly string[] = [...classesOfFood.keys()].filter((food) =>
  /^[a-z]+$/.test(food),
)
