import type { OwnNames } from './own-names.ts'

export const slavic: OwnNames = {
  women: `
    Adéla Adriana Agata Agnieszka Aleksandra Alena Alicja Alina Alžběta Ana Anastasia Aneta
    Anežka Anna Antonina Barbara Barbora Beata Blanka Bogdana Bohdana Božena Branka Danica
    Danuta Daria Darina Daniela Dominika Dorota Dragana Dunja Edita Elena Elżbieta Emilia
    Eva Ewa Galina Gabriela Genowefa Gordana Grażyna Halina Hana Helena Irena Irina Iryna
    Iva Ivana Iwona Iveta Izabela Jadwiga Jana Jarmila Jasmina Jelena Joanna Jolanta Jovana
    Judyta Julia Justyna Kamila Karolina Katarzyna Kateřina Katarína Kinga Klára Kristina
    Krystyna Ksenia Larisa Lenka Lucie Lucyna Ludmila Lyudmyla Magda Magdalena Maja
    Małgorzata Markéta Marta Martina Marija Marina Mariola Michaela Milena Milica Mirela
    Mirjana Monika Nadezhda Natalia Natasha Nataliya Nevena Nikola Nina Oksana Olena Olga
    Paulina Pavla Petra Polina Radka Radmila Renata Róża Ružena Sanja Sara Snežana Sofia
    Stanisława Svetlana Sylwia Šárka Tamara Tatiana Teresa Tereza Urszula Valentina Vanda
    Vera Veronika Vesna Věra Vira Wanda Weronika Wiktoria Yana Yelena Yuliya Zdena Zdenka
    Zlata Zofia Zuzana Žaneta
  `,
  men: `
    Adam Aleksandar Aleksander Aleksei Alexandr Alois Anatoly Andrej Andrzej Andriy Anton
    Antonín Arkadiusz Artem Artur Bartek Bartosz Bogdan Bohdan Bohumil Boris Borys Božidar
    Branko Bronisław Cezary Czesław Damian Damir Daniel Danylo Dariusz Darko David Dejan
    Denis Dmitri Dominik Dragan Dušan Dusan Eduard Emil Evgeny Fedor Filip František Gleb
    Goran Grigory Grzegorz Hryhoriy Hubert Igor Ihor Ilya Ivan Ivo Jacek Jakub Jan Janusz
    Jaromír Jaroslav Jaroslaw Jerzy Jiří Josef Josip Jovan Józef Jozef Juraj Kamil Karel
    Karol Kazimierz Kirill Konrad Konstantin Krešimir Krzysztof Ladislav Lech Leonid Leszek
    Libor Luboš Lubomír Luka Lukáš Łukasz Maciej Maksim Marcin Marek Marián Mariusz Marko
    Martin Mateusz Matěj Matija Maxim Michal Michał Mikhail Mikołaj Milan Miloš Miroslav
    Miroslaw Mladen Mykhailo Mykola Nikita Nikola Nikolai Nenad Oldřich Oleg Oleh Oleksandr
    Ondřej Oskar Ostap Patryk Pavel Pavlo Paweł Petar Petr Petro Piotr Predrag Přemysl Radek
    Radoslav Rafał Richard Robert Roman Rostislav Ruslan Ryszard Sasha Sebastian Sergei
    Serhiy Slavko Slobodan Sławomir Stanislav Stanisław Stefan Stepan Štěpán Szymon Tadeusz
    Taras Timur Tomáš Tomasz Tomislav Vaclav Václav Vadim Valery Vasyl Viktor Vitaly Vít
    Vladimír Vladislav Vlado Vojtěch Volodymyr Vuk Vyacheslav Waldemar Wiesław Wiktor Witold
    Wojciech Yaroslav Yuri Yuriy Zbigniew Zbyněk Zdeněk Zdzisław Zlatko Zoran Željko
  `,
  families: `
    Adamek Adamczyk Andrić Andrejko Antoš Babić Baran Baranek Bartoš Bednarz Beran Bereza
    Biskup Bíro Blažek Bondar Bondarenko Borkowicz Borowiec Boyko Brzoza Bureš Ciesielczyk
    Cieślak Čapek Čermák Dąbek Danylenko Dobosz Doležal Dolenc Duda Dudek Dvořák Dziedzic
    Fiala Filipović Filipek Franek Gajda Głowacz Gołąb Golob Grabar Grgić Hájek Hanzlík
    Havel Holub Horák Horvat Hrbek Hrytsenko Hudák Hudec Ivanović Ivanenko Jakubiak Jaroš
    Janáček Janda Jankovič Janik Jaworek Jelínek Jovanović Jurić Jurek Kaczmarek Kalina
    Kania Karpenko Kasprzak Kaźmierczak Klimek Klymenko Kočí Kolář Kołodziej Konieczko Kos
    Kosiba Kostenko Kotlár Kovač Kovačević Kovaľ Kovalenko Kováč Kowal Kowalczyk Kozak
    Kozieł Krajčír Krajnc Kral Král Kravchenko Krawczyk Kříž Król Kruk Kubiak Kubát Kucera
    Kučera Kudrna Kurek Kuzmenko Kuzmić Lesiak Lis Lukić Lysenko Łuczak Macek Maciejko Mach
    Majcher Majer Malec Malík Mareš Marciniak Marić Marek Marković Matějka Matušek Mazur
    Mazurek Melnyk Michalak Michalík Mihalić Mikula Milić Milošević Misiak Moravec Moroz
    Mráz Mróz Musil Myška Nedvěd Němec Nikolić Novák Novaković Nowak Oliynyk Olejník
    Ondráček Orlić Orosz Paluch Panchenko Pasternak Pavlenko Pavlić Pavlović Pawlak Pech
    Perić Perković Petrenko Petrović Pietrzak Piątek Pilch Pospíšil Polák Polishchuk Popović
    Prokop Ptak Radić Rudenko Růžička Rybak Savchenko Sedlák Serafin Shevchenko Shvets
    Sikora Skiba Sobczak Sokol Sokół Soukup Stanek Staněk Stępień Stojanović Strnad Struk
    Svoboda Sykora Sýkora Szczepanik Szewczyk Šimek Šimić Tkachenko Tkacz Tomášek Tomczak
    Tomić Toman Tkachuk Urban Urbanek Vaněk Vávra Vidmar Vítek Vlk Vlček Voloshyn Vondra
    Vuković Walczak Wawrzyniak Wieczorek Wilk Witek Wojtas Wójcik Woźniak Wrona Yurchenko
    Zając Zajíc Zelenka Zelenko Zeman Zima Zych Žák Živković
  `,
}
