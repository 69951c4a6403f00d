import type { OwnNames } from './own-names.ts'

export const nordic: OwnNames = {
  women: `
    Agneta Aino Alma Amanda Anette Anita Anja Ann Anna Anneli Annika Astrid Aud Barbro Berit
    Birgitta Birte Bodil Britt Britta Camilla Carina Caroline Cecilia Charlotte Christina
    Dagny Dorthe Ebba Elin Elina Elisabeth Ella Ellen Elsa Emilia Emma Erika Eva Eivor Frida
    Gerd Gro Grete Gudrun Gunilla Gunvor Hanna Hanne Hedda Hege Heidi Helena Helle Helmi
    Henriette Hilde Hildur Ida Inga Ingeborg Inger Ingrid Irene Jenny Jette Johanna Jonna
    Josefine Julia Kaarina Kaisa Karen Kari Karin Karoline Katarina Katja Katrine Kerstin
    Kirsi Kirsten Kjersti Kristin Lena Lene Leena Linda Linnea Lisbeth Liv Lotta Louise
    Lovisa Lone Maj Maja Margareta Maria Marianne Marie Marit Marja Marketta Matilda Mette
    Minna Mona Monica Nanna Nina Oda Outi Pernille Pia Päivi Ragnhild Randi Riikka Rikke
    Ritva Sanna Sara Sari Satu Sigrid Signe Silje Siri Sofia Solveig Stina Susanne Svea
    Terhi Therese Tina Tiina Tone Torunn Tove Tuula Tuva Ulla Ulrika Unn Vera Vibeke Vilde
    Wenche Åsa Åse
  `,
  men: `
    Aage Aksel Albin Alf Allan Anders Andreas Anton Antti Ari Arne Arvid Asbjørn Asger Axel
    Bengt Birger Bjarne Björn Bjørn Bo Børge Carl Carsten Christer Christian Claes Dag
    Daniel Eero Einar Eino Eirik Elias Emil Erik Erland Erling Eskil Espen Esa Finn Flemming
    Frank Fredrik Frode Geir Georg Gunnar Gustav Göran Hannu Hans Harald Harri Heikki Helge
    Henning Henrik Håkan Håkon Håvard Ingmar Ingvar Isak Ivar Jaakko Jakob Jan Janne Jari
    Jens Jesper Joakim Johan Johannes Jonas Jonatan Jouni Juha Juhani Jukka Jørgen Kai Kalle
    Kari Karl Kasper Kenneth Kim Kjell Klaus Knut Kristian Kurt Lars Lasse Lauri Leif
    Lennart Linus Ludvig Mads Magnus Marcus Markku Martin Mathias Matti Mika Mikael Mikko
    Mogens Morten Nils Niklas Odd Ola Olav Ole Olle Olli Olof Oskar Otto Ove Pauli Peder
    Pekka Per Peter Petri Petter Pontus Poul Rasmus Reijo Rikard Risto Roald Robert Rolf
    Rune Sami Samuel Sebastian Seppo Sigurd Simen Simon Sindre Staffan Stefan Stein Stig
    Svein Sven Søren Tapani Tapio Tero Terje Thomas Thor Timo Tobias Tommy Tomas Tor
    Torbjörn Tore Torsten Trond Trygve Tuomas Ulf Uno Vebjørn Veikko Vidar Viktor Viljo
    Ville Öyvind Øystein
  `,
  families: `
    Aas Aalto Abrahamsson Ahlberg Ahlgren Ahonen Alm Andersen Andersson Andreassen Arnesen
    Arvidsson Aro Aune Axelsson Bakke Bakken Bengtsson Berg Berge Berger Berggren Berglund
    Bergman Bergström Berntsen Bjerke Björk Björklund Blom Blomqvist Bogren Borg Brandt
    Brekke Bruun Bråten Bäckström Bø Carlsen Carlsson Christensen Christiansen Claesson
    Clausen Dahl Dahlberg Dahlgren Dahlström Danielsen Eide Ek Eklund Ekström Eliassen
    Engström Eriksen Eriksson Falk Forsberg Forsman Foss Fransson Frandsen Fredriksen
    Fredriksson Friis Gran Grahn Green Gregersen Grönlund Gulbrandsen Gundersen Gunnarsson
    Gustafsson Haapala Hagen Hakala Halvorsen Hansen Hansson Hauge Haugen Heikkilä Heikkinen
    Hedlund Hedström Heino Hellström Hermansson Henriksen Holgersen Holm Holmberg Holmgren
    Holmqvist Holst Hult Hämäläinen Isaksen Isaksson Iversen Jacobsen Jakobsson Jansson
    Jensen Jeppesen Jespersen Johannessen Johansen Johansson Johnsen Jokinen Jonasson
    Jonsson Jönsson Jørgensen Kallio Karlsen Karlsson Karppinen Kinnunen Kjær Knudsen
    Koivisto Korhonen Koskinen Kristensen Kristiansen Kristoffersen Laaksonen Laine Larsen
    Larsson Lassen Lauridsen Laursen Lehtinen Lehtonen Leppänen Lie Lind Lindberg Lindblom
    Lindgren Lindholm Lindqvist Lindström Linna Lund Lundberg Lundgren Lundin Lundqvist
    Lundström Löfgren Madsen Magnusson Makkonen Martinsen Mathisen Mattila Mattsson
    Mikkelsen Moe Moen Mortensen Myhre Månsson Mäkelä Mäkinen Møller Nielsen Niemi Nieminen
    Nikolaisen Nilsen Nilsson Norberg Nordin Nordström Nurmi Nyberg Nygaard Nyström Nyman
    Næss Olofsson Olsen Olsson Ojala Palm Paulsen Pedersen Pehrsson Persson Petersen
    Petersson Pettersen Pettersson Poulsen Rantanen Rasmussen Rinne Rosén Rønning Saarinen
    Salminen Salo Salonen Samuelsson Sandberg Sandström Savolainen Simonsen Sivertsen
    Sjöberg Sjögren Solberg Solheim Strand Strandberg Strøm Ström Sund Sundberg Sundström
    Svendsen Svensson Söderberg Söderström Sørensen Tangen Thomassen Thomsen Thorsen
    Toivonen Tuominen Turunen Tveit Vang Vestergaard Vik Virtanen Wallin Wiklund Wikström
    Winther Åberg Åkesson Öberg Öhman Östlund
  `,
}
