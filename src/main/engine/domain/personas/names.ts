import type { Dice } from './dice.ts'
import type { Gender } from './gender.ts'

const pools = {
  english: [
    'Alice Beth Carol Diane Emma Fiona Grace Hannah Isla Joan Kate Laura Megan Nora Olivia Rachel Sarah Tessa Wendy Zoe',
    'Adam Ben Callum Daniel Edward Frank George Harry Ian Jack Kevin Liam Mark Neil Oscar Peter Robert Sam Tom Will',
    'Carter Hughes Bennett Doyle Fletcher Marsh Osborne Pryce Quinn Reid Shaw Turner Walsh Whitlock',
  ],
  french: [
    'Amélie Brigitte Camille Delphine Élise Florence Hélène Inès Jeanne Léa Manon Nathalie Odile Pauline Sophie Sylvie Valérie Yasmine',
    'Antoine Bruno Christophe Didier Étienne Fabien Gérard Hugo Julien Karim Laurent Mathieu Nicolas Olivier Philippe Rémi Thierry Yves',
    'Bernard Chevalier Dubois Fontaine Girard Lambert Mercier Perrin Renard Roussel Vasseur Morel',
  ],
  german: [
    'Anja Birgit Claudia Doris Eva Franziska Greta Heike Ines Julia Katrin Lena Monika Nadine Petra Sabine Ute Vera',
    'Andreas Bernd Christian Dieter Erik Florian Gerhard Hannes Jonas Klaus Lukas Martin Norbert Paul Rainer Stefan Thomas Uwe',
    'Bauer Brandt Fischer Hoffmann Keller Lehmann Neumann Richter Schuster Vogel Winkler Ziegler',
  ],
  dutch: [
    'Anneke Brechtje Esther Femke Hanneke Iris Joke Lotte Marieke Noor Saskia Tineke Willemijn',
    'Bas Daan Erik Gijs Henk Jeroen Kees Maarten Niels Pieter Ruben Sjoerd Wouter',
    'Bakker Dekker Hendriks Kuiper Mulder Postma Smit Visser Vermeer',
  ],
  nordic: [
    'Astrid Britta Elin Frida Gunilla Hanna Ingrid Johanna Kaisa Linnea Maja Sanna Signe Tuula',
    'Anders Bjørn Erik Fredrik Gustav Henrik Jari Kristian Lars Mikael Nils Olof Sven Timo',
    'Berg Dahl Holm Lindgren Nyström Sandvik Sørensen Virtanen Westergaard',
  ],
  spanish: [
    'Ana Beatriz Carmen Dolores Elena Fátima Gloria Inés Julia Lucía Marta Nuria Pilar Rosa Silvia Teresa Valentina',
    'Alejandro Bruno Carlos Diego Eduardo Fernando Gonzalo Hugo Javier Luis Manuel Nicolás Pablo Raúl Sergio Tomás',
    'Aguilar Castro Delgado Fuentes Herrera Iglesias Molina Navarro Ortega Ramos Vega',
  ],
  italian: [
    'Anna Bianca Chiara Daniela Elisa Francesca Giulia Ilaria Lucia Martina Nadia Paola Rita Silvia Teresa',
    'Andrea Bruno Carlo Davide Enzo Fabio Giorgio Luca Marco Nicola Paolo Roberto Sandro Tommaso Vito',
    'Bianchi Conti Esposito Ferri Galli Lombardi Marino Rinaldi Serra Villa',
  ],
  portuguese: [
    'Adriana Beatriz Catarina Débora Fernanda Helena Inês Juliana Luísa Mariana Patrícia Rita Sílvia Tânia',
    'André Bruno Caio Diogo Eduardo Fábio Gustavo João Leandro Miguel Nuno Paulo Rafael Tiago',
    'Almeida Barbosa Cardoso Ferreira Lopes Moreira Pinto Ribeiro Teixeira',
  ],
  slavic: [
    'Agnieszka Barbara Danuta Elena Hana Irena Jana Katarzyna Lena Marta Natalia Olga Petra Vesna Zofia',
    'Andrej Bartek Dmitri Filip Goran Ivan Jakub Krzysztof Marek Milan Oleg Pavel Stefan Tomasz Viktor',
    'Dvorak Horvat Jankowski Kovač Kowalski Novak Petrov Sokolov Wójcik Zelenko',
  ],
  greek: [
    'Anna Despina Eleni Ioanna Katerina Maria Sofia Vasiliki',
    'Andreas Dimitris Giorgos Kostas Nikos Panos Stavros Yannis',
    'Alexiou Economou Georgiou Nikolaidis Papadakis Vlachos',
  ],
  romanian: [
    'Alina Bianca Corina Daniela Elena Ioana Mihaela Raluca Simona',
    'Adrian Bogdan Cristian Dragoş Florin Ion Mihai Radu Vlad',
    'Dumitru Ionescu Marin Popescu Rusu Stan',
  ],
  turkish: [
    'Ayşe Burcu Derya Elif Fatma Gül Hande Leyla Meryem Selin Zeynep',
    'Ahmet Burak Cem Deniz Emre Hakan Kemal Mehmet Murat Orhan Yusuf',
    'Aydın Çelik Demir Kaya Öztürk Şahin Yıldız',
  ],
  arabic: [
    'Amina Dalia Farah Hanan Iman Khadija Layla Mariam Nadia Rania Salma Yasmin',
    'Ahmed Bilal Farid Hassan Ibrahim Karim Mahmoud Nabil Omar Rashid Samir Youssef',
    'Amrani Benali Darwish Haddad Khalil Mansour Najjar Saleh',
  ],
  indian: [
    'Aarti Deepa Divya Kavita Lakshmi Meera Neha Pooja Priya Radha Shreya Sunita Usha',
    'Amit Arjun Deepak Ganesh Karthik Manoj Nikhil Rahul Rajesh Sanjay Suresh Vikram Vijay',
    'Banerjee Chopra Desai Iyer Joshi Menon Mishra Patil Rao Sharma',
  ],
  pakistani: [
    'Ayesha Bushra Farah Hina Mehwish Nadia Rabia Sana Zainab',
    'Adnan Bilal Faisal Hamza Imran Kashif Rizwan Tariq Usman',
    'Ahmed Butt Chaudhry Hussain Malik Qureshi Siddiqui',
  ],
  chinese: [
    'Fang Hui Jia Lan Li-Hua Mei Min Ning Qing Shu-Fen Xiu Yan Ying',
    'Bo Chao Feng Gang Hao Jian Jun Kai Lei Ming Peng Tao Wei',
    'Chen Huang Lin Liu Wang Xu Yang Zhang Zhao',
  ],
  japanese: [
    'Akiko Emi Haruka Keiko Mariko Naoko Rika Sachiko Yui Yumi',
    'Daisuke Hiroshi Kenji Makoto Naoki Ryo Satoshi Takashi Yuta',
    'Fujita Hayashi Ito Kimura Mori Nakamura Sato Tanaka Yamamoto',
  ],
  korean: [
    'Eun-ji Hye-jin Ji-woo Mi-sook Min-seo So-yeon Soo-jin Young-hee',
    'Dong-hyun Ho-jun Jae-won Ji-ho Min-jun Sang-woo Seung-min Tae-yang',
    'Choi Han Jung Kim Lee Park Yoon',
  ],
  southeastAsian: [
    'Dewi Hoa Lan Linh Maria Nurul Rina Rosa Siti Suda',
    'Agus Budi Duc Jose Minh Ramon Rizal Somchai Tuan',
    'Aquino Cruz Nguyen Pham Reyes Santoso Tan Wijaya',
  ],
  westAfrican: [
    'Abena Adaeze Aminata Chioma Efua Fatou Funke Ngozi Yetunde Zainab',
    'Ade Chidi Emeka Femi Ibrahim Kofi Kwame Mamadou Segun Tunde',
    'Adeyemi Boateng Diallo Eze Mensah Ndiaye Okafor Owusu',
  ],
  eastAfrican: [
    'Achieng Aisha Grace Hiwot Mercy Njeri Rehema Selam Wanjiru',
    'Abebe Baraka Daniel Juma Kamau Mwangi Otieno Samuel Tesfaye',
    'Bekele Kariuki Mwakio Nyong Okello Uwimana Wairimu',
  ],
  persian: [
    'Azar Fatemeh Leila Maryam Nasrin Parisa Shirin Zahra',
    'Ali Behrouz Dariush Hamid Javad Mehdi Navid Reza',
    'Ahmadi Hosseini Karimi Moradi Rahimi Tehrani',
  ],
  hebrew: [
    'Ayala Dafna Hila Maya Noa Orly Rivka Shira Tamar',
    'Amir Asaf Eitan Gil Nadav Oren Uri Yonatan',
    'Amar Ben-David Cohen Levi Mizrahi Shapira',
  ],
  hungarian: [
    'Ágnes Boglárka Erzsébet Judit Katalin Zsófia',
    'András Balázs Gábor István László Zoltán',
    'Farkas Kovács Molnár Nagy Szabó Varga',
  ],
} as const

export type NamePool = keyof typeof pools

const everyName = new Set(Object.values(pools).flatMap((pool) => pool.join(' ').split(' ')))

/** Whether this is a first or a family name of one of the pools. */
export function isKnownName(word: string): boolean {
  return everyName.has(word)
}

/** Hands out first names, each once, so that two people of one life are never confused. */
export type NameGiver = {
  first(gender: Gender, purpose: string): string
  last(purpose: string): string
}

/** @param taken  first names already in use, the persona's own among them */
export function createNameGiver(pool: NamePool, dice: Dice, taken: readonly string[]): NameGiver {
  const [women, men, families] = pools[pool].map((names) => names.split(' ')) as [
    string[],
    string[],
    string[],
  ]
  const used = new Set(taken.map((name) => name.toLowerCase()))
  // A long life in a small pool: "Makoto Ito" is another than "Makoto".
  const full = (names: readonly string[]) =>
    names.flatMap((name) => families.map((family) => `${name} ${family}`))
  const isFree = (name: string) => !used.has(name.toLowerCase())
  const take = (names: readonly string[], purpose: string) => {
    const free = names.filter(isFree)
    const name = dice.pick(free.length > 0 ? free : full(names).filter(isFree), `name:${purpose}`)
    used.add(name.toLowerCase())
    return name
  }
  return {
    first: (gender, purpose) => {
      const either = dice.chance(0.5, `name-side:${purpose}`) ? women : men
      return take({ woman: women, man: men, other: either }[gender], purpose)
    },
    last: (purpose) => take(families, purpose),
  }
}
