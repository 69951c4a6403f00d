import type { OwnNames } from './own-names.ts'

export const romanian: OwnNames = {
  women: `
    Adela Adina Adriana Alexandra Alina Amalia Ana Anca Andra Andreea Angela Antonia
    Anișoara Aura Aurelia Aurora Beatrice Bianca Camelia Carmen Catinca Catrinel Cătălina
    Cecilia Claudia Corina Cornelia Cosmina Crina Cristina Dana Daniela Daria Delia Denisa
    Diana Doina Dorina Elena Elisabeta Elvira Emanuela Emilia Ema Eugenia Eva Evelina
    Felicia Flavia Floarea Florentina Florica Florina Gabriela Georgeta Georgiana Geta Gina
    Ileana Ilinca Iulia Iuliana Ioana Irina Isabela Laura Larisa Lavinia Lenuța Leontina
    Lidia Ligia Liliana Livia Loredana Lorena Luiza Lucia Luminița Magda Magdalena Malina
    Manuela Mara Maria Mariana Marilena Marina Marinela Mădălina Mihaela Miruna Mirela
    Monica Nadia Natalia Nicoleta Oana Octavia Olga Olimpia Otilia Paula Petronela Raluca
    Ramona Rodica Roxana Ruxandra Sabina Sanda Silvia Simona Smaranda Sofia Sorina Stela
    Ștefania Tatiana Teodora Valentina Valeria Vasilica Veronica Victoria Viorica Violeta
    Zoe
  `,
  men: `
    Adrian Albert Alex Alexandru Alin Anton Aurel Augustin Bogdan Călin Cezar Ciprian
    Claudiu Constantin Corneliu Cornel Cosmin Costel Cristian Cristinel Dan Daniel Darius
    David Denis Dinu Doru Dorin Dragoș Dumitru Eduard Emanuel Emil Emilian Eugen Fabian
    Felix Filip Flaviu Florin Gabriel George Gheorghe Grigore Haralambie Horia Horațiu Iacob
    Ilie Ion Ionel Ionuț Iosif Iulian Iustin Laurențiu Lazăr Leonard Liviu Lucian Luca
    Marcel Marian Marin Marius Matei Mihai Mihail Mircea Mitică Mugurel Nelu Nicolae Nicu
    Octavian Ovidiu Paul Pavel Petre Petru Radu Raul Răzvan Remus Robert Romeo Romulus Rareș
    Sabin Sandu Sebastian Sergiu Silviu Simion Sorin Stelian Ștefan Teodor Tiberiu Toma
    Traian Tudor Valentin Valeriu Vasile Victor Viorel Virgil Vlad Vladimir
  `,
  families: `
    Albu Alexandrescu Alexe Anghel Antonescu Apostol Ardelean Avram Bădescu Bălan Baciu
    Badea Balaban Banu Barbu Bejan Blaga Bogdan Boboc Botezatu Bratu Bucur Bunea Buzatu
    Călinescu Caragea Chirilă Chiriac Ciobanu Ciocan Cojocaru Coman Constantin
    Constantinescu Costache Costea Cozma Crăciun Cristea Cristescu Croitoru Dănilă David
    Diaconescu Diaconu Dima Dinu Dobre Dragomir Drăgan Dumitrache Dumitrescu Dumitru Ene
    Enache Farcaș Filip Filimon Florea Florescu Fodor Gavrilă Georgescu Gheorghe Gheorghiu
    Ghiță Grecu Grigore Grigorescu Grosu Iacob Ichim Ignat Ilie Iliescu Ion Ionescu Ioniță
    Iordache Iosif Ispas Istrate Ivan Lazăr Lungu Lupu Macovei Manea Manole Marcu Mardare
    Marin Marinescu Matei Mateescu Mazilu Micu Mihai Mihăilescu Militaru Mircea Miron Mitrea
    Mocanu Moise Moldovan Moldoveanu Morar Moraru Munteanu Mureșan Mușat Năstase Neacșu
    Neagu Necula Nedelcu Negrea Negru Nica Nicolae Nicolescu Niculae Nistor Niță Oancea
    Olaru Olteanu Oprea Oprescu Pană Pantea Paraschiv Pascu Pătrașcu Pavel Petcu Petre
    Petrescu Pintilie Pop Popa Popescu Popovici Preda Radu Rădulescu Rotaru Roman Roșu Rus
    Rusu Sandu Savu Simion Sima Stan Stanciu Stănescu Stoian Stoica Șerban Ștefan Ștefănescu
    Suciu Tănase Tătaru Teodorescu Toma Trandafir Tudor Tudose Turcu Ungureanu Ursu Văduva
    Vasile Vasilescu Vlad Vlădescu Voicu Voinea Zaharia Zamfir
  `,
}
