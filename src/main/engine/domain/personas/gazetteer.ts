import type { NamePool } from './names.ts'

export type Region = {
  /** Country or large region, in English and its own language. */
  names: readonly string[]
  cities: readonly string[]
  /** Where the people around a person get their names from. */
  pool: NamePool
}

const region = (pool: NamePool, names: string, cities: string): Region => ({
  pool,
  names: names.split('|'),
  cities: cities.split('|'),
})

/** Enough of the world to give a life a second and third place; not a reference work. */
export const gazetteer: readonly Region[] = [
  region(
    'english',
    'United Kingdom|UK|England|Scotland|Wales|Northern Ireland',
    'London|Manchester|Leeds|Bristol|Glasgow|Edinburgh|Sheffield|Newcastle|Cardiff|Liverpool|Nottingham|Norwich|Exeter|Belfast|Birmingham|Brighton',
  ),
  region('english', 'Ireland|Éire', 'Dublin|Cork|Galway|Limerick|Waterford|Sligo|Kilkenny'),
  region(
    'english',
    'United States|USA|US|America|California|Texas|Florida|Ohio|Michigan|Oregon|Georgia|Illinois',
    'Chicago|Denver|Austin|Portland|Cleveland|Atlanta|Boston|Tucson|Minneapolis|Pittsburgh|Seattle|New Orleans|Kansas City|Sacramento|New York|Los Angeles|San Francisco|Houston|Phoenix|Philadelphia|Detroit|Miami|Nashville|Milwaukee|Omaha|Boise',
  ),
  region(
    'english',
    'Canada|Ontario|Quebec',
    'Toronto|Halifax|Calgary|Winnipeg|Ottawa|Hamilton|Victoria|Vancouver|Montreal|Edmonton',
  ),
  region(
    'english',
    'Australia|New Zealand',
    'Melbourne|Adelaide|Brisbane|Perth|Hobart|Newcastle|Wellington|Auckland|Sydney|Christchurch',
  ),
  region(
    'english',
    'South Africa',
    'Cape Town|Durban|Johannesburg|Pretoria|Port Elizabeth|Bloemfontein',
  ),
  region(
    'french',
    'France',
    'Paris|Lyon|Lille|Nantes|Toulouse|Bordeaux|Rennes|Grenoble|Dijon|Strasbourg|Marseille|Angers|Nice|Montpellier',
  ),
  region('french', 'Belgium|Belgique|België', 'Brussels|Ghent|Liège|Namur|Antwerp|Leuven|Bruges'),
  region(
    'german',
    'Germany|Deutschland',
    'Berlin|Hamburg|Leipzig|Cologne|Köln|Munich|München|Bremen|Dresden|Freiburg|Kassel|Nuremberg|Hanover|Stuttgart|Frankfurt|Düsseldorf',
  ),
  region('german', 'Austria|Österreich', 'Vienna|Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt'),
  region(
    'german',
    'Switzerland|Schweiz|Suisse',
    'Zurich|Zürich|Basel|Bern|Lucerne|St. Gallen|Winterthur|Geneva|Lausanne',
  ),
  region(
    'dutch',
    'Netherlands|Holland|Nederland',
    'Amsterdam|Utrecht|Groningen|Rotterdam|Eindhoven|Nijmegen|Zwolle|The Hague',
  ),
  region('nordic', 'Sweden|Sverige', 'Stockholm|Gothenburg|Malmö|Uppsala|Umeå|Lund|Örebro'),
  region('nordic', 'Norway|Norge', 'Oslo|Bergen|Trondheim|Stavanger|Tromsø|Kristiansand'),
  region('nordic', 'Denmark|Danmark', 'Copenhagen|Aarhus|Odense|Aalborg|Esbjerg'),
  region('nordic', 'Finland|Suomi', 'Helsinki|Tampere|Turku|Oulu|Jyväskylä|Kuopio'),
  region(
    'spanish',
    'Spain|España',
    'Madrid|Barcelona|Valencia|Seville|Bilbao|Zaragoza|Granada|Salamanca|Málaga|Vigo',
  ),
  region(
    'spanish',
    'Mexico|México',
    'Mexico City|Guadalajara|Puebla|Monterrey|Oaxaca|Mérida|Querétaro',
  ),
  region(
    'spanish',
    'Argentina|Chile|Uruguay',
    'Buenos Aires|Córdoba|Rosario|Mendoza|Santiago|Valparaíso|Montevideo',
  ),
  region(
    'spanish',
    'Colombia|Peru|Ecuador|Venezuela|Bolivia',
    'Bogotá|Medellín|Cali|Lima|Arequipa|Quito|Cuenca|Caracas|Cartagena',
  ),
  region(
    'italian',
    'Italy|Italia',
    'Milan|Turin|Bologna|Naples|Palermo|Verona|Genoa|Bari|Rome|Florence|Padua',
  ),
  region('portuguese', 'Portugal', 'Lisbon|Porto|Coimbra|Braga|Évora|Faro|Aveiro'),
  region(
    'portuguese',
    'Brazil|Brasil',
    'São Paulo|Recife|Curitiba|Salvador|Porto Alegre|Belo Horizonte|Fortaleza|Rio de Janeiro',
  ),
  region('slavic', 'Poland|Polska', 'Warsaw|Kraków|Łódź|Gdańsk|Wrocław|Poznań|Lublin|Katowice'),
  region(
    'slavic',
    'Czechia|Czech Republic|Slovakia',
    'Prague|Brno|Ostrava|Plzeň|Olomouc|Bratislava|Košice',
  ),
  region(
    'slavic',
    'Ukraine|Serbia|Croatia|Bulgaria|Slovenia',
    'Kyiv|Lviv|Odesa|Kharkiv|Belgrade|Novi Sad|Zagreb|Split|Sofia|Plovdiv|Ljubljana|Maribor',
  ),
  region(
    'greek',
    'Greece|Cyprus',
    'Athens|Thessaloniki|Patras|Heraklion|Volos|Ioannina|Nicosia|Limassol',
  ),
  region('romanian', 'Romania|Moldova', 'Bucharest|Cluj|Iași|Timișoara|Brașov|Sibiu|Chișinău'),
  region('turkish', 'Turkey|Türkiye', 'Istanbul|Ankara|Izmir|Bursa|Antalya|Eskişehir|Trabzon'),
  region(
    'arabic',
    'Egypt|Morocco|Tunisia|Algeria|Jordan|Lebanon',
    'Cairo|Alexandria|Casablanca|Rabat|Fez|Tunis|Sfax|Algiers|Oran|Amman|Irbid|Beirut|Tripoli',
  ),
  region(
    'arabic',
    'United Arab Emirates|UAE|Saudi Arabia|Qatar|Kuwait',
    'Dubai|Abu Dhabi|Sharjah|Riyadh|Jeddah|Doha|Kuwait City',
  ),
  region(
    'indian',
    'India|Bangladesh|Sri Lanka|Nepal',
    'Mumbai|Delhi|Pune|Bengaluru|Bangalore|Chennai|Kolkata|Jaipur|Lucknow|Hyderabad|Ahmedabad|Kochi|Dhaka|Colombo|Kathmandu',
  ),
  region('pakistani', 'Pakistan', 'Karachi|Lahore|Islamabad|Multan|Peshawar|Faisalabad'),
  region(
    'chinese',
    'China|Taiwan|Hong Kong|Singapore',
    'Beijing|Shanghai|Chengdu|Wuhan|Nanjing|Xiamen|Guangzhou|Hangzhou|Shenzhen|Taipei|Kaohsiung|Hong Kong|Singapore',
  ),
  region('japanese', 'Japan', 'Tokyo|Osaka|Sapporo|Fukuoka|Sendai|Nagoya|Kyoto|Hiroshima|Kanazawa'),
  region('korean', 'South Korea|Korea', 'Seoul|Busan|Daegu|Daejeon|Gwangju|Incheon|Jeonju'),
  region(
    'southeastAsian',
    'Philippines|Indonesia|Malaysia|Vietnam|Thailand',
    'Manila|Cebu|Davao|Jakarta|Bandung|Surabaya|Kuala Lumpur|Penang|Hanoi|Da Nang|Ho Chi Minh City|Bangkok|Chiang Mai',
  ),
  region(
    'westAfrican',
    'Nigeria|Ghana|Senegal|Ivory Coast|Cameroon',
    'Lagos|Ibadan|Abuja|Enugu|Kano|Accra|Kumasi|Dakar|Abidjan|Douala|Port Harcourt',
  ),
  region(
    'eastAfrican',
    'Kenya|Ethiopia|Uganda|Tanzania|Rwanda',
    'Nairobi|Mombasa|Kisumu|Addis Ababa|Kampala|Dar es Salaam|Arusha|Kigali|Nakuru',
  ),
  region('persian', 'Iran|Afghanistan', 'Tehran|Isfahan|Shiraz|Tabriz|Mashhad|Kabul|Herat'),
  region('hebrew', 'Israel', 'Tel Aviv|Haifa|Jerusalem|Beersheba|Netanya'),
  region('slavic', 'Russia', 'Moscow|Saint Petersburg|Novosibirsk|Kazan|Yekaterinburg|Samara'),
  region('hungarian', 'Hungary', 'Budapest|Szeged|Debrecen|Pécs|Győr|Miskolc'),
  region(
    'nordic',
    'Estonia|Latvia|Lithuania|Iceland',
    'Tallinn|Tartu|Riga|Vilnius|Kaunas|Reykjavik',
  ),
]

/** Cities that are not in the first country of their region, by country. */
const elsewhere = {
  'New Zealand': 'Wellington|Auckland|Christchurch',
  Chile: 'Santiago|Valparaíso',
  Uruguay: 'Montevideo',
  Peru: 'Lima|Arequipa',
  Ecuador: 'Quito|Cuenca',
  Venezuela: 'Caracas',
  Slovakia: 'Bratislava|Košice',
  Serbia: 'Belgrade|Novi Sad',
  Croatia: 'Zagreb|Split',
  Bulgaria: 'Sofia|Plovdiv',
  Slovenia: 'Ljubljana|Maribor',
  Cyprus: 'Nicosia|Limassol',
  Moldova: 'Chișinău',
  Morocco: 'Casablanca|Rabat|Fez',
  Tunisia: 'Tunis|Sfax',
  Algeria: 'Algiers|Oran',
  Jordan: 'Amman|Irbid',
  Lebanon: 'Beirut|Tripoli',
  'Saudi Arabia': 'Riyadh|Jeddah',
  Qatar: 'Doha',
  Kuwait: 'Kuwait City',
  Bangladesh: 'Dhaka',
  'Sri Lanka': 'Colombo',
  Nepal: 'Kathmandu',
  Taiwan: 'Taipei|Kaohsiung',
  'Hong Kong': 'Hong Kong',
  Singapore: 'Singapore',
  Indonesia: 'Jakarta|Bandung|Surabaya',
  Malaysia: 'Kuala Lumpur|Penang',
  Vietnam: 'Hanoi|Da Nang|Ho Chi Minh City',
  Thailand: 'Bangkok|Chiang Mai',
  Ghana: 'Accra|Kumasi',
  Senegal: 'Dakar',
  'Ivory Coast': 'Abidjan',
  Cameroon: 'Douala',
  Ethiopia: 'Addis Ababa',
  Uganda: 'Kampala',
  Tanzania: 'Dar es Salaam|Arusha',
  Rwanda: 'Kigali',
  Afghanistan: 'Kabul|Herat',
  Latvia: 'Riga',
  Lithuania: 'Vilnius|Kaunas',
  Iceland: 'Reykjavik',
}
const countries = new Map(
  Object.entries(elsewhere).flatMap(([country, cities]) =>
    cities.split('|').map((city) => [city, country] as const),
  ),
)

/** "Zagreb, Croatia"; a city that is a country by itself stands alone. */
export function placeName(city: string, { names, cities }: Region): string {
  const other = countries.get(city)
  const country = other !== undefined && names.includes(other) ? other : names[0]!
  if (!cities.includes(city)) throw new RangeError(`${city} is not in ${names[0]}`)
  return city === country ? city : `${city}, ${country}`
}
