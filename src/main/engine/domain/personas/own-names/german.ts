import type { OwnNames } from './own-names.ts'

export const german: OwnNames = {
  women: `
    Alexandra Amelie Andrea Angelika Anita Anja Anke Anna Anneliese Annette Antje Astrid
    Barbara Beate Bettina Bianca Birgit Brigitte Britta Carina Carla Carmen Charlotte
    Christa Christel Christiane Christina Clara Claudia Cornelia Dagmar Daniela Diana
    Dorothea Doris Edith Elena Elfriede Elisabeth Elke Ella Ellen Emilia Emma Erika Eva
    Finja Franziska Frieda Gabriele Gerda Gertrud Gisela Greta Gudrun Hanna Hannelore Heidi
    Heike Helena Helga Hildegard Ida Ilse Ines Ingeborg Ingrid Irene Iris Irmgard Isabell
    Jana Janina Jasmin Jessica Johanna Judith Julia Jutta Karin Karla Katharina Kathrin
    Katja Kerstin Kirsten Klara Lara Laura Lea Lena Leonie Lieselotte Lina Lisa Lotte Luisa
    Magdalena Maike Manuela Margarete Maria Marianne Marie Marion Marlene Martina Mathilda
    Melanie Meike Mia Michaela Mila Miriam Monika Nadine Nadja Natalie Nele Nicole Nina
    Paula Petra Pia Ramona Regina Renate Rita Rosemarie Ruth Sabine Sandra Sara Silke Silvia
    Simone Sonja Sophie Stefanie Susanne Svenja Sybille Tanja Theresa Ulrike Ursula Ute
    Vanessa Vera Verena Waltraud Wiebke Yvonne
  `,
  men: `
    Achim Adrian Alexander Alfred Andreas Anton Arne Arnold Armin Axel Bastian Benedikt
    Benjamin Ben Bernd Bernhard Björn Bruno Burkhard Carl Carsten Christian Christoph Claus
    Clemens Daniel David Dennis Detlef Dieter Dietmar Dirk Dominik Eberhard Eckhard Elias
    Emil Erich Erik Ernst Erwin Fabian Felix Ferdinand Finn Florian Frank Franz Friedrich
    Fritz Georg Gerd Gerhard Gregor Günter Gustav Hannes Hans Harald Hartmut Heiko Heiner
    Heinrich Heinz Helmut Hendrik Henning Henry Herbert Hermann Holger Horst Hubert Ingo
    Jakob Jan Jannik Jens Joachim Jochen Johann Johannes Jonas Jonathan Josef Julian Julius
    Jürgen Justus Kai Karl Karsten Kevin Klaus Konrad Konstantin Kurt Lars Lennart Leo Leon
    Leonard Linus Lothar Louis Ludwig Luca Lukas Lutz Malte Manfred Manuel Marc Marcel Marco
    Mario Markus Martin Mathias Mats Matteo Max Maximilian Michael Moritz Nico Niklas Nils
    Noah Norbert Olaf Oliver Oskar Otto Pascal Patrick Paul Peter Philipp Rainer Ralf
    Raphael Reinhard Reinhold René Richard Robert Robin Roland Rolf Rudolf Sascha Sebastian
    Siegfried Simon Stefan Steffen Sven Theo Thomas Thorsten Tilo Tim Tobias Tom Udo Ulrich
    Uwe Valentin Volker Walter Werner Wilhelm Winfried Wolfgang
  `,
  families: `
    Adam Albrecht Arndt Arnold Bach Bachmann Bauer Baumann Baumgartner Beck Becker Behrens
    Bender Berg Berger Bergmann Bischoff Blum Böhm Born Brandt Braun Breuer Brinkmann Bruns
    Büchner Busch Christ Decker Diehl Dietrich Ebert Eckert Engel Engels Ernst Esser Fiedler
    Fink Fischer Förster Franke Frank Freund Friedrich Fritz Fröhlich Fuchs Funk Geiger
    Geisler Gerlach Giese Göbel Götz Graf Groß Günther Haag Haas Hahn Hansen Hartmann Haupt
    Heck Hein Heinrich Heinz Held Heller Henning Hermann Herzog Heß Hildebrandt Hofer
    Hoffmann Hofmann Hohmann Horn Huber Hübner Jäger Jahn Jansen Janßen John Jung Kaiser
    Kaufmann Keller Kern Kirchner Kirsch Klein Klose Koch Köhler König Konrad Kraft Kramer
    Kraus Krause Krebs Kremer Krieger Krüger Kuhlmann Kuhn Kühn Kunz Kunze Kurz Lang Lange
    Langer Lehmann Lenz Lindner Link Lorenz Ludwig Lutz Maier Martin Marx Maurer May Mayer
    Meier Meißner Menzel Merkel Metzger Meyer Michel Moser Möller Müller Münch Nagel Naumann
    Neubauer Neumann Nolte Nowak Ott Otto Pape Paul Paulsen Peters Petersen Pfeiffer Philipp
    Pohl Popp Probst Rauch Reich Reinhardt Reuter Richter Riedel Rieger Ritter Rohde Römer
    Rose Roth Rudolph Runge Sander Sauer Sauter Schäfer Schenk Scherer Schilling Schlüter
    Schmid Schmidt Schmitt Schmitz Schneider Scholz Schön Schreiber Schröder Schubert
    Schulte Schulz Schulze Schumacher Schuster Schütz Schwab Schwarz Seidel Seifert Seitz
    Simon Sommer Stahl Stark Stein Steiner Stephan Stock Stoll Straub Strauß Thiel Thomas
    Ulrich Unger Urban Vogel Vogt Voigt Voß Wagner Walter Weber Wegner Weidner Weigel Weiß
    Wendt Werner Wiegand Wieland Wilhelm Wimmer Winkler Winter Witt Witte Wolf Wolff Wulf
    Zander Ziegler Zimmer Zimmermann
  `,
}
