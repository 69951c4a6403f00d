import type { OwnNames } from './own-names.ts'

export const hungarian: OwnNames = {
  women: `
    Adrienn Ágnes Alexandra Alíz Andrea Anett Angéla Anikó Anita Anna Annamária Aranka
    Barbara Beáta Beatrix Bernadett Bettina Bianka Boglárka Borbála Brigitta Cecília Csilla
    Dalma Dorina Dorottya Diána Edina Edit Ella Emese Emma Enikő Erika Erzsébet Eszter
    Etelka Éva Evelin Fanni Flóra Fruzsina Gabriella Gizella Gréta Györgyi Gyöngyi Hajnalka
    Hanna Hedvig Helga Henrietta Ibolya Ildikó Ilona Irén Irma Izabella Jolán Johanna Judit
    Julianna Jázmin Kata Katalin Kinga Kitti Klára Kornélia Krisztina Laura Lili Lilla Lívia
    Luca Magdolna Margit Mária Marianna Márta Melinda Mónika Nóra Noémi Nikolett Olga
    Orsolya Panna Petra Piroska Ramóna Rebeka Réka Renáta Rita Rozália Rózsa Sára Sarolta
    Szabina Szilvia Szofia Tímea Tünde Valéria Veronika Viktória Vivien Zita Zsanett Zsófia
    Zsuzsanna
  `,
  men: `
    Ábel Ádám Ákos Albert Alex Ambrus András Antal Armand Áron Árpád Attila Balázs Bálint
    Barna Barnabás Béla Bence Bendegúz Benedek Benjámin Bertalan Botond Csaba Csongor Dániel
    Dávid Dénes Dezső Dominik Ede Elemér Emil Endre Ernő Ervin Ferenc Frigyes Gábor Gáspár
    Gellért Gergely Gergő Géza Gusztáv György Győző Gyula Henrik Hunor Imre István Iván
    János Jenő József Kálmán Károly Kázmér Kevin Koppány Kornél Kristóf Krisztián Lajos
    László Levente Lóránt Lőrinc Lukács Marcell Márk Márton Máté Mátyás Mihály Miklós Milán
    Mór Nándor Norbert Olivér Ottó Pál Patrik Péter Richárd Róbert Roland Rudolf Salamon
    Sándor Sebestyén Soma Szabolcs Szilárd Szilveszter Tamás Tibor Tihamér Tivadar Valentin
    Vendel Viktor Vilmos Vince Zalán Zoltán Zsigmond Zsolt Zsombor
  `,
  families: `
    Ádám Antal Bakó Bakos Balázs Bálint Balla Ballai Balogh Barna Barta Bársony Benedek
    Benkő Berki Biró Bodnár Bogdán Bognár Borbély Boros Budai Csaba Császár Cser Csonka
    Czakó Deák Dobos Dudás Egri Erdei Erdélyi Fábián Faragó Farkas Fazekas Fehér Fekete
    Fenyvesi Fodor Földi Füleki Fülöp Gál Gáspár Gazdag Gulyás György Hajdú Halász Halmos
    Hegedűs Hegyi Hevesi Hornyák Horváth Huszár Illés Jakab Jámbor Juhász Jónás Kádár Kállai
    Kántor Kardos Káldor Kelemen Kerekes Király Kis Kiss Kocsis Kollár Komáromi Kónya Kontra
    Kovács Kozma Kövesi Lakatos Lantos László Lengyel Lőrincz Lukács Major Makai Márkus
    Marosi Márton Máté Mészáros Mezei Mihályi Mike Miklós Molnár Mózes Nádas Nagy Nemes
    Németh Novák Oláh Orbán Orosz Orsós Ötvös Pál Pálfi Pap Papp Pásztor Pataki Péter Pintér
    Polgár Pusztai Rácz Rádi Rónai Rózsa Sándor Sárközi Sas Sebestyén Simon Sipos Somogyi
    Soós Szabó Szakács Szalai Szántó Szász Szegedi Székely Szekeres Széles Szép Szilágyi
    Szőke Szőllősi Szűcs Szűts Takács Tamás Tóth Török Urbán Vadász Vajda Varga Vári Vass
    Végh Veres Vida Vincze Virág Vörös Zsoldos
  `,
}
