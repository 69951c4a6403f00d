/**
 * What people ask by, and what they tell as: "pet: dog cat …". One way only, since a dog is a pet but
 * a question about a dog is not about cats. A line may have several heads.
 */
export const kinds = `
pet animal: dog cat puppy kitten rabbit hamster parrot budgie goldfish fish turtle tortoise snake lizard horse pony guinea vet leash
insect: bee wasp ant butterfly beetle moth mosquito spider fly hive
bird: robin sparrow eagle owl parrot chicken hen duck goose heron gull crow pigeon
family relative relation: mother father mum dad parent brother sister sibling son daughter husband wife grandmother grandfather gran grandpa uncle aunt cousin niece nephew
relative: uncle aunt cousin niece nephew grandmother grandfather
sibling: brother sister twin
parent: mother father mum dad
child kid children: son daughter baby toddler boy girl
grandparent: grandmother grandfather gran grandma grandpa
relationship romance romantic love partner: boyfriend girlfriend husband wife date dating engaged wedding married divorce kiss crush single breakup together
friend friendship: mate buddy together
work job career occupation profession employment: boss office colleague shift hired employer manager salary contract interview promotion company client customer retire teacher nurse engineer lawyer doctor accountant designer waiter driver chef electrician plumber carpenter mechanic apprentice apprenticeship freelance startup
profession occupation job: teacher nurse engineer lawyer doctor accountant designer waiter driver chef electrician plumber carpenter mechanic baker farmer journalist librarian architect programmer pharmacist dentist
business company: shop store customer client startup brand launch open owner investor
school education study studies studied university college degree: class teacher exam pupil student graduate graduation lesson course homework diploma master bachelor phd scholarship campus semester term thesis
subject: math mathematics history chemistry physics biology geography literature
hobby hobbies pastime activity activities leisure interest fun: paint painting pottery draw hike hiking swim swimming run running camp camping knit sew garden gardening read reading cook bake guitar piano violin chess dance yoga photography climb cycling football tennis surf ski sail fish fishing woodwork sing choir game puzzle craft
activity activities outdoor outdoors: hike camp swim walk bike picnic kayak climb beach park museum
sport sports athletic exercise: football soccer basketball tennis swim run running marathon gym yoga cycling rugby cricket volleyball hockey ski skate surf climb boxing karate golf badminton rowing jog match team training coach
exercise fitness: gym run jog swim yoga pilates workout cycling walk stretch
music musical musician: song band concert guitar piano violin drum cello flute clarinet trumpet choir sing album orchestra jazz rock festival gig play tune
instrument: guitar piano violin drum cello flute clarinet trumpet saxophone harp ukulele accordion bass viola organ recorder
art arts artistic creative: paint painting draw drawing sketch sculpture pottery canvas gallery exhibition photo watercolor design craft
craft crafts: knit sew crochet pottery woodwork carve quilt embroidery weave
book books reading read: novel author chapter library story poem biography series
film movie movies show watch: cinema series actor documentary thriller comedy netflix episode
game games: chess console board card puzzle xbox nintendo playstation video
food meal dish cuisine eat cook: dinner lunch breakfast pizza pasta soup salad bread cake rice curry chicken fish cheese vegetable fruit dessert restaurant recipe bake lamb stew pie chocolate sandwich sushi noodle
dessert sweet: cake pie chocolate cookie biscuit pudding honey tart brownie cream
fruit: apple pear plum cherry strawberry raspberry apricot peach orange banana grape lemon berry
vegetable: tomato potato carrot bean cabbage leek onion courgette zucchini pepper lettuce pea
drink: coffee tea beer wine whisky water juice cocktail cider
restaurant: cafe diner bistro dinner menu table bar pub
health healthy medical illness condition sick ill disease injury: doctor hospital surgery operation diagnosis diagnosed cancer diabetes asthma allergy stroke heart knee back broken sprain fever flu pain medication therapy depression anxiety migraine arthritis blood pressure infection nurse clinic physio degeneration syndrome
injury injured hurt: broken break sprain fracture ankle wrist knee leg arm fell cut bruise cast concussion
body: arm leg hand foot head knee ankle wrist shoulder back neck eye ear heart
symptom: pain fever cough ache swell rash dizzy headache
allergy allergic: sting swell rash peanut nut pollen epipen hives
treatment: therapy medication surgery physio operation pill hospital chemo
doctor: hospital surgeon clinic gp physio specialist therapist dentist
fear phobia: scared afraid terrified frightened nightmare panic
emotion mood: happy sad angry afraid proud ashamed lonely nervous excited grateful
stress relax destress: yoga meditation run running walk bath nature garden pottery music calm therapy escape
money finance financial finances debt savings: salary bill rent loan mortgage bank invest owe pay price cost pounds dollars euros budget inheritance pension tax
cost price pay: pounds dollars euros quid grand hundred thousand
house home live residence accommodation: flat apartment moved rent mortgage landlord kitchen bedroom roof garden neighbour
city town place country located location: london paris berlin rome madrid tokyo sydney york chicago boston dublin lisbon moscow vienna amsterdam
country nation homeland abroad: england france germany italy spain portugal sweden norway denmark ireland scotland wales canada america mexico brazil india china japan australia greece turkey russia ukraine poland egypt kenya nigeria africa thailand vietnam korea
trip travel vacation holiday journey: flight airport plane train beach hotel tour abroad passport luggage road island visit tent campervan cruise sightseeing
transport vehicle travel: car bus train bike bicycle plane boat ferry van truck taxi motorbike scooter tram
car vehicle: van truck tyre garage mechanic licence engine drive drove
boat: ship ferry canoe kayak sail narrowboat yacht
nature outdoors: forest mountain lake river beach sea park hike sunset tree trail waterfall wildlife
weather: rain snow storm sun wind cold hot heatwave fog flood
religion religious faith spiritual belief: church mosque temple pray prayer god priest bible baptism faith
death loss grief mourning: died funeral passed buried grave cancer widow ashes
childhood young youth upbringing grow: school born kid parents grew teenager
childhood: kid little school grandma toy
wedding marriage: married bride groom ring vows ceremony honeymoon engaged reception
pregnancy birth: baby born midwife newborn due
celebration party event festival: birthday wedding anniversary christmas graduation thanksgiving halloween easter guests cake
holiday celebration: christmas easter thanksgiving halloween
volunteer volunteering charity community cause: shelter donate homeless fundraiser help foodbank youth mentor charity soup
charity: donate fundraiser raised shelter
gift present: necklace ring book bought gave birthday wrapped
keepsake souvenir heirloom: necklace ring photo costume watch letter gave
jewellery jewelry: ring necklace bracelet earring watch brooch
clothes clothing: dress shirt shoes jacket coat jeans hat scarf boots suit costume
furniture: table chair sofa bed desk shelf wardrobe box rack lamp
woodwork wooden: table chair shelf box rack carve joiner
device gadget technology tech: phone laptop computer tablet camera app software
technology: computer software app code robot programming
language languages: english french german spanish italian portuguese russian chinese japanese arabic polish swedish dutch turkish fluent
nationality: english french german spanish italian portuguese russian chinese japanese polish swedish dutch turkish irish scottish
flower plant plants garden: rose tulip sunflower lily daisy tree vegetable tomato seed soil bloom bean herb
colour color: red blue green yellow orange purple pink black white grey brown
material: wood metal glass clay stone paper cotton wool
regret ashamed shame embarrassed guilt guilty: wrong sorry lied stole cheated fault hid
proud pride achievement accomplishment accomplish success milestone: won award medal graduated passed promotion finished published record prize scholarship first
award prize: medal trophy won certificate first
failure setback: failed lost rejected fired broke bankrupt
goal ambition aspiration dream plan future: want hope become someday save start open
decision choice: decided chose accepted turned refused
conflict argument dispute: fight row shouted angry quarrel disagreement
crime: stolen theft burglary robbed police arrested prison
accident: crash fell hit ambulance broke hospital
disaster: fire flood storm earthquake
identity: gender transgender gay transition pride woman man
politics political: election vote party campaign protest council
pressure: stress deadline
habit routine: every morning daily always weekly
personality trait character: kind thoughtful stubborn shy patient funny generous caring brave
compliment praise: amazing great talented proud
inspiration motivation inspire: because role model
advice: should try recommend
place building: museum library park church cafe hall station market
weekend: saturday sunday
anniversary: years married wedding
age old: birthday years turned
spouse: husband wife married
name called: named
surprise secret: hid tell
relocate move: moved boxes unpack packing
military: army soldier navy war deployed veteran
pastry bread: bake oven flour dough
wildlife: deer fox bear whale puffin seal owl
profession career switch: retrain apprentice quit
console gaming gamer: nintendo playstation xbox switch controller tournament multiplayer league
esports tournament competition: league final semifinal round opponent trophy
martial sport: karate judo taekwondo boxing kickboxing fencing
winter sport: ski snowboard skating hockey sled
water sport: swim surf kayak canoe sail rowing dive snorkel paddle
ball sport: football basketball tennis volleyball baseball cricket rugby golf
diet food: vegan vegetarian gluten dairy lactose keto sugar
dairy: milk cheese butter cream yogurt
meat: beef pork chicken lamb bacon sausage ham turkey
seafood: fish crab shrimp prawn lobster oyster salmon tuna
spice: pepper ginger garlic cinnamon coriander cumin basil
snack: crisps chips popcorn nuts cookie granola
icecream dessert: ice cream sorbet sundae
alcohol: beer wine whisky gin vodka rum cider cocktail
genre style: jazz rock classical folk pop hiphop punk blues country reggae thriller fantasy romance horror
dance: ballet salsa tango ballroom hiphop waltz contemporary
song album: single track record lyrics chorus
author writer: novel book publish publisher manuscript
publish publication: book magazine journal publisher printed article
writing write: novel poem poetry blog script screenplay story journal diary letter essay
performance show: stage theatre concert play gig audience curtain
paint painting: canvas watercolor watercolour acrylic oil brush landscape portrait abstract mural
photograph photography: camera lens portrait landscape darkroom
vacation destination: island beach resort mountain city coast
landmark: tower bridge castle palace cathedral statue
continent: europe asia africa america australia
state: california texas florida oregon washington colorado michigan minnesota arizona
room house: kitchen bathroom bedroom attic cellar basement garage hall balcony
appliance: oven stove fridge kettle washer dishwasher toaster microwave
renovation renovate decorate: paint wall floor tile kitchen bathroom roof
neighbour community: street block village residents
tree: oak pine birch maple willow apple cherry
mammal wildlife: deer fox bear wolf rabbit badger squirrel raccoon
reptile: turtle snake lizard tortoise gecko
fish: salmon trout goldfish carp
farm: cow sheep pig chicken goat horse barn tractor
chronic illness condition: diabetes asthma arthritis epilepsy migraine lupus
mental health: anxiety depression stress panic therapy burnout bipolar
organ: heart liver kidney lung
surgery procedure: operation transplant bypass stitches anaesthetic
specialist doctor: cardiologist dermatologist surgeon neurologist dentist
exam qualification: degree certificate licence diploma
instruction teacher: coach tutor instructor mentor
subject study: psychology medicine law nursing engineering art history business economics
scientist: physicist chemist biologist researcher
faith: christian muslim jewish hindu buddhist catholic
ceremony ritual: wedding funeral baptism graduation
government: mayor minister president council parliament
crime: murder theft fraud burglary assault
weapon: gun knife sword
vehicle: tractor lorry tram ambulance
aircraft: plane helicopter glider
tool: hammer saw drill screwdriver wrench axe ladder
fabric: cotton silk wool linen denim
shape size: small large round square
symbol meaning represent: reminds stands freedom hope love
reminder memento: reminds photo necklace tattoo
motivation reason purpose: because helps want
supporter support: friends family mentors helped
role: leader member captain volunteer president
team club organisation organization: member captain joined group
leader: boss captain head chief president
event: party concert festival parade conference meeting fair race
meal: breakfast lunch dinner brunch picnic barbecue
festival: music tent stage crowd lantern
parade: march pride banner float
childhood memories: grandma school summers playing
tradition: every year family christmas holiday
superstition luck: bad lucky charm
dream nightmare: sleep woke
apology sorry: apologised forgave
anxiety worry fear: night sleep heart afraid
income earnings: pay salary wage tips
`
