import type { OwnNames } from './own-names.ts'

export const dutch: OwnNames = {
  women: `
    Aaltje Agnes Alie Amber Anke Anna Anneke Annelies Annemarie Anouk Astrid Bianca Bo
    Brechtje Britt Carla Carolien Charlotte Christine Corrie Daphne Debbie Diana Dineke
    Dorien Eefje Elise Ellen Els Emma Esmee Esther Eva Eveline Femke Fenna Fleur Floor
    Froukje Geertje Gerda Greetje Hanna Hanneke Heleen Henny Hilde Ilse Ina Ineke Inge
    Ingrid Irene Iris Isa Jacqueline Janneke Jantine Jessica Jet Joke Jolanda Josephine
    Joyce Judith Julia Karin Katrijn Kim Laura Lianne Lieke Lies Linda Lisa Lisanne Loes
    Lotte Maaike Madelon Manon Margriet Maria Mariëlle Marieke Marijke Marja Marjolein
    Marleen Marloes Marte Merel Mieke Miranda Mirjam Monique Myrthe Naomi Nathalie Nicole
    Nienke Nina Noa Noor Paulien Petra Renate Rianne Roos Rosanne Sabine Sanne Sara Saskia
    Silvia Simone Sofie Suzanne Tess Thea Tineke Trudy Truus Veerle Wendy Willemijn Wilma
    Yvonne Zoë
  `,
  men: `
    Aad Adriaan Albert Alex André Anton Arend Arie Arjan Arnold Bart Bas Bastiaan Ben Berend
    Bert Boris Bram Casper Chris Cor Cornelis Daan Daniël David Dennis Dick Diederik Dirk
    Edwin Egbert Erik Ernst Evert Ferdinand Floris Frank Frans Fred Freek Frits Geert Gerard
    Gerben Gerrit Gert Gijs Guus Hans Harm Harry Hein Hendrik Henk Herman Hidde Hugo Huub
    Jaap Jacob Jan Jasper Jelle Jeroen Jesse Jim Job Joep Johan Joost Joris Jos Jurgen Jurre
    Kees Klaas Koen Lars Leendert Leo Levi Lodewijk Luc Luuk Maarten Marcel Marco Mark
    Martijn Matthijs Max Menno Michiel Milan Niels Olaf Onno Paul Peter Piet Pieter Pim
    Quinten Reinier Rens Remco René Rick Rob Robert Robin Roderick Roel Ronald Rudolf Ruben
    Ruud Sander Siebe Siem Simon Sjoerd Stefan Stijn Sven Theo Thijs Thomas Tijmen Tim Tom
    Ton Tristan Twan Victor Vincent Wessel Willem Wim Wouter Wytze
  `,
  families: `
    Aarts Adriaansen Arends Baars Bakker Barendse Beekman Berends Bergsma Beukers Boer
    Boersma Bogaard Bol Bolt Bongers Bos Bosch Bosman Bosma Brands Brinkman Brouwer Bruins
    Bruijn Buijs Burger Claassen Cohen Cornelissen Coster Cuijpers Daniëls Dekker Derksen
    Dijkman Dijkstra Doorn Driessen Drost Eijk Engels Evers Faber Franken Frederiks Geerts
    Gerritsen Goossens Groen Groot Haan Haas Hagen Hartman Heijnen Hendriks Hermans Heuvel
    Hoekstra Hofman Hofstra Hoogendoorn Hoekman Huisman Jacobs Jansen Janssen Jonker Joosten
    Kamphuis Keizer Kersten Klaassen Klein Kok Koning Koopman Koster Kramer Kroon Kuijpers
    Kuiper Kuipers Lammers Leeuw Linden Linders Lucas Maas Martens Martin Meijer Meulenbelt
    Michels Molenaar Mol Mulder Muller Nijhuis Nijland Nolten Noordhoek Okkerse Oosterhuis
    Otten Peeters Peters Philips Pieters Ploeg Pol Post Postma Prins Reijnders Ridder
    Rietveld Roelofs Rooijakkers Roos Rutten Sanders Schaap Scheffer Schellekens Schipper
    Scholten Schouten Schreuder Sikkema Simons Slot Smeets Smit Smits Snijders Spaans Stam
    Steen Stevens Sterk Straten Teunissen Theunissen Thijssen Timmer Timmermans Tuinstra
    Veenstra Verbeek Verbruggen Verhagen Verhoef Verhoeven Vermeer Vermeulen Verschoor Vink
    Visser Vos Vries Wagenaar Wagner Wal Weijers Wessels Westra Wiersma Wijnen Willems
    Willemsen Winters Witteveen Wolf Wolters Wouters Zandstra Zijlstra Zwart
  `,
}
