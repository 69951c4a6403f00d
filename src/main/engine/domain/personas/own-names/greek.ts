import type { OwnNames } from './own-names.ts'

export const greek: OwnNames = {
  women: `
    Agapi Aikaterini Alexandra Anastasia Angeliki Anna Antigoni Antonia Aphroditi Areti
    Argyro Artemis Aspasia Athanasia Athina Chara Christina Chrysa Danae Despina Dimitra
    Dionysia Dora Efi Eirini Eleftheria Eleni Elli Elpida Evangelia Evdokia Evgenia Filio
    Foteini Fotini Garyfallia Georgia Giota Ioanna Ioulia Ismini Kalliopi Katerina Kleio
    Konstantina Kyriaki Lambrini Lena Lydia Magdalini Margarita Maria Marina Marianna
    Marilena Martha Melina Melpomeni Myrto Nefeli Niki Olga Olympia Panagiota Paraskevi
    Penelope Persefoni Polyxeni Rania Roula Sofia Sotiria Stamatia Stavroula Stella Stefania
    Styliani Thalia Theodora Theano Thomais Urania Varvara Vasiliki Vasso Vicky Xanthi Xenia
    Zoe
  `,
  men: `
    Achilleas Alexandros Alexis Alkis Anastasios Andreas Angelos Antonis Apostolos Argyris
    Aris Aristidis Athanasios Babis Charalambos Charis Chrysostomos Christos Dimitris Dimos
    Dionysis Efstathios Efthymios Eleftherios Elias Emmanouil Evangelos Fanis Filippos Fotis
    Georgios Gerasimos Giannis Giorgos Grigoris Iason Ilias Ioannis Iraklis Kleanthis
    Konstantinos Kostas Kyriakos Lazaros Lefteris Leonidas Makis Marios Markos Michalis
    Miltiadis Minas Nektarios Nikos Odysseas Orestis Panagiotis Panos Pantelis Pavlos Petros
    Polykarpos Prodromos Savvas Sotiris Spyros Stamatis Stathis Stavros Stefanos Stelios
    Stratos Takis Thanasis Themis Theodoros Theofilos Thodoris Thomas Tryfon Vangelis
    Vasilis Vlasis Xenofon Yannis Yorgos Zacharias Zisis
  `,
  families: `
    Agathou Alexiou Alexandrou Anagnostou Anastasiou Andreou Angelou Antoniou Apostolou
    Argyriou Athanasiou Chatzi Christodoulou Christoforou Christou Daskalou Dimitriou Dimou
    Economou Efstathiou Efthymiou Evangelou Filippou Fotiou Galanou Georgiou Giannakou Gkika
    Grigoriou Ioannou Iosif Kalogirou Kanellou Karagianni Kara Kiriakou Konstantinou Kosma
    Koukou Kyriakou Lambrou Lazarou Leontiou Loizou Makri Markou Matthaiou Mavrou Michail
    Michou Mitrou Nikolaou Nikou Oikonomou Panagiotou Pantazi Papadimitriou Papageorgiou
    Papaioannou Papakonstantinou Papanikolaou Papathanasiou Pavlou Petrou Photiou
    Polychroniou Rizou Savva Sideri Sotiriou Spyrou Stamatiou Stavrou Stefanou Stergiou
    Stylianou Theodorou Theofanous Theocharous Thoma Triantafyllou Tsakalou Varnava
    Vasileiou Vasiliou Vlachou Xenou Yiannakou Zachariou Zafeiriou Zografou
  `,
}
