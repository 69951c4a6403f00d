/**
 * Words that mean about the same in talk about a life, a group a line; a word may be in several
 * groups. Forms of a word need not be given: all are stemmed.
 */
export const sameMeaning = `
mother mum mom mama mummy mommy ma
father dad papa daddy pa
parents folks
grandmother gran granny grandma nana nan
grandfather grandpa granddad grandad
brother sibling
sister sibling
sibling siblings
child kid
children kids
baby newborn infant
husband spouse partner hubby
wife spouse partner
boyfriend partner
girlfriend partner
fiance fiancee engaged engagement betrothed
aunt auntie aunty
friend mate pal buddy
neighbour neighbor
boss manager supervisor employer
colleague coworker workmate
teacher tutor instructor lecturer professor coach
pupil student learner
doctor physician gp
nurse nursing
job work occupation profession employment career
salary wage pay earnings income
hire employ recruit
dismiss fire sack redundant
quit resign leave notice
retire retirement pension
promotion promoted
company firm business employer
shop store
office workplace
meeting appointment
begin start commence
end finish complete conclude
stop quit cease
buy purchase bought
sell sold sale
cost price expensive
money cash funds
give donate donation gift present
gift present keepsake
receive get
repair fix mend restore
build construct make
create make produce
break broken damage smash
lose lost missing
find found discover
search look hunt seek
move relocate relocation
house home
apartment flat
room bedroom
garden yard backyard
car vehicle automobile
bicycle bike cycling cycle
motorbike motorcycle
train railway rail
plane flight aeroplane airplane fly
holiday vacation trip travel getaway
trip journey travel tour
visit see
hotel hostel inn
abroad overseas foreign
town city
village hamlet
country nation
hometown birthplace
film movie cinema
picture photo photograph image
photography photographer photo
painting paint canvas artwork
drawing draw sketch
song music tune
singer vocalist sing
band group
concert gig show performance
perform performance
book novel
author writer
write writing wrote
read reading
story tale
newspaper article journalism
game match
team squad club
win won victory
prize award trophy medal
competition contest tournament championship
race marathon run
exercise workout gym fitness training
hike hiking trek walk trail
swim swimming
football soccer
dance dancing
cook cooking cuisine culinary
meal dinner lunch supper food
breakfast morning
dish recipe meal
cake bake baking
drink beverage
eat eaten ate
hungry appetite
vegetarian vegan plant
sick ill unwell illness sickness
illness disease condition
hospital clinic ward
surgery operation operate
medicine medication drug pill tablet
pain ache hurt sore
injury injure hurt wound
heal recover recovery
allergy allergic
therapy therapist counselling counseling counselor psychologist
back spine spinal
stomach belly tummy
eye sight vision
tired exhausted fatigue weary
sleep asleep insomnia
death die died passed dead decease
funeral burial bury
grief mourn mourning
born birth birthday
pregnant pregnancy expecting
wedding marriage marry married
divorce separate separation split
love adore romantic romance
date dating
happy glad joy delighted pleased
sad unhappy upset sorrow
angry furious mad cross annoyed
afraid scared frightened fear terrified
fear scared phobia
worry worried anxious anxiety nervous
stress destress stressed pressure
relax relaxation unwind destress calm
excited thrilled eager
proud pride
ashamed embarrassed shame
lonely alone isolated
surprise surprised shock unexpected
brave courage
help assist support aid
support encourage encouragement
volunteer volunteering charity
charity fundraiser donation
teach taught lesson
learn learning study
school college
university college uni
course class lesson
exam test
fail failed
pass passed
degree graduation graduate diploma
qualification certificate licence license
plan planning intend intention
want wish hope
dream aspiration ambition goal
decide decision choose chose
choose pick select
change switch
improve better progress
difficult hard tough challenge challenging
easy simple
problem issue trouble
mistake error
accident crash
fight argue argument quarrel row
apologise apologize sorry apology
promise vow
secret hidden
lie lied
rich wealthy
poor poverty
debt loan mortgage owe
rent landlord tenant
insurance insure
thief stolen steal robbed burglary theft
police officer
law legal lawyer solicitor attorney
court judge trial
church chapel mosque temple synagogue
faith religion religious belief spiritual
pray prayer
politics political election
army military soldier
war battle
refugee migrant immigrant immigrate emigrate
old elderly aged
young youthful
new brand
big large huge
small little tiny
fast quick
beautiful lovely pretty
strange odd weird
dog puppy hound pup canine
cat kitten kitty feline
animal creature
insect bug
bird birds
adopt adoption
pet pets
flower flowers bloom
tree trees
forest wood woods woodland
sea ocean
beach seaside shore coast
mountain hill peak summit
river stream
lake pond
rain rainy
snow snowy
storm thunder
cold freezing frost
hot heat warm
sun sunny sunshine
winter frost
computer laptop pc
phone mobile telephone
internet online web
program programming code coding software
app application
television tv series
message text
letter mail post
email mail
clothes clothing outfit wear
dress gown costume
shoes boots trainers
jewellery jewelry ring necklace
colour color
necklace pendant
hair haircut
tattoo ink
toy toys
doll dolls
party celebration celebrate
christmas xmas
invite invitation
guest visitor
host hosting
speech talk
language speak fluent
name called
nickname called
meet met encounter
reunion reunite
contact touch
call ring phone
hobby pastime interest
collect collection
instrument instruments
practise practice rehearse rehearsal
pottery ceramics clay
knit knitting crochet
sew sewing
carpentry woodwork joiner joinery carpenter
gardening gardener
fish fishing angling
camp camping tent campsite
ride riding
horse pony
drive driving drove
passenger lift
move house relocate
support group
identity gender transgender
gay lesbian lgbtq queer
mentor mentoring
inspire inspiration inspired motivate motivation
reason because why
opinion view
advice advise recommend recommendation suggest
idea concept
project undertaking
design designer
art artist artistic
exhibition exhibit gallery
museum gallery
theatre theater play drama
actor actress acting
comedy comedian funny
joke funny humour humor
teenager teen adolescent
adult grownup
childhood child
memory remember
believe trust
healthy health
weight diet
doctor medical
vocabulary words
skill ability talent
career profession job
switch change
injury accident
furniture table chair
screenplay script
blog blogging post
podcast episode
studio workshop
meditation meditate mindfulness
grateful gratitude thankful
patient calm
kindness kind compassion compassionate caring
peace peaceful calm serene
hero idol admire
fan admirer
famous celebrity fame
crowd audience
sunset sunrise dusk dawn
waterfall cascade
campfire bonfire
backpack rucksack
suitcase luggage bags
queue line
lorry truck
petrol gas fuel
autumn fall
football soccer
trousers pants
jumper sweater
sofa couch
cupboard closet wardrobe
rubbish trash garbage
pavement sidewalk
sweets candy
biscuit cookie
crisps chips
fridge refrigerator
lift elevator
nappy diaper
pram stroller
cinema movie
gift donate
earn make
save savings
borrow lend loan
fix repair
hurry rush
shout yell scream
cry weep tears
laugh laughter giggle
smile grin
hug embrace
kiss smooch
argue disagree
forgive forgiveness
trust rely
lie dishonest
jealous envy envious
bored boring dull
curious wonder
confident confidence
shy timid
stubborn obstinate
clever smart intelligent
silly foolish
lazy idle
busy hectic
quiet silent silence
loud noisy noise
clean tidy
dirty messy mess
empty vacant
full crowded
safe secure
danger dangerous risky risk
rescue save saved
protect defend
attack assault
escape flee
hide conceal
explore adventure
climb ascend
arrive reach
return back
wait await
miss longing homesick
welcome greet
goodbye farewell
blind sight unsighted
deaf hearing
wheelchair disabled disability
twin twins
orphan orphanage
foster adoption
guardian carer
inheritance inherit heir
landlord tenancy
election vote
protest march demonstration
strike union
mayor council
charity nonprofit
conference seminar convention
presentation talk lecture
research researcher study
science scientist
experiment laboratory lab
engineer engineering
mechanic garage
pilot cockpit
sailor sailing sail
farm farmer farming
butcher meat
baker bakery
barber hairdresser
journalist reporter
librarian library
firefighter fireman
waiter waitress
cleaner cleaning
security guard
secretary assistant receptionist
founder startup entrepreneur
investor investment invest
customer client
deal contract agreement
deadline due
profit revenue
bankrupt bankruptcy bust
inflation prices
infant baby
heredity hereditary inherited genetic
harbour port dock
`
