import type { OwnNames } from './own-names.ts'

export const french: OwnNames = {
  women: `
    Adèle Adrienne Agathe Agnès Alexandra Alice Aline Alix Amandine Amélie Anaïs Andrée Anne
    Annie Audrey Aurélie Aurore Béatrice Bénédicte Bernadette Brigitte Camille Capucine
    Carole Caroline Catherine Cécile Céline Chantal Charlotte Chloé Christelle Christiane
    Christine Claire Clara Clémence Colette Coralie Corinne Danielle Delphine Denise Diane
    Dominique Éléonore Élisabeth Élise Élodie Éloïse Émilie Emma Estelle Eugénie Eva
    Fabienne Fanny Florence Françoise Gabrielle Gaëlle Geneviève Ghislaine Hélène Héloïse
    Inès Irène Isabelle Jacqueline Jade Jeanne Joséphine Julie Juliette Justine Karine
    Laetitia Laure Laurence Léa Léonie Lise Louise Lucie Madeleine Manon Margaux Marguerite
    Marianne Marie Marine Marion Martine Mathilde Maud Mélanie Mireille Monique Muriel
    Myriam Nadège Nathalie Nicole Noémie Océane Odette Odile Olivia Pascale Patricia
    Paulette Pauline Perrine Raphaëlle Romane Rose Sabine Salomé Sandrine Sarah Simone
    Solène Sophie Stéphanie Suzanne Sylvie Thérèse Valentine Valérie Véronique Victoire
    Virginie Viviane Yasmine Yvette Yvonne Zoé
  `,
  men: `
    Adrien Alain Albert Alexandre Alexis Amaury Anatole André Antoine Armand Arnaud Arthur
    Aurélien Augustin Axel Baptiste Bastien Benjamin Benoît Bernard Bertrand Bruno Cédric
    Charles Christian Christophe Claude Clément Constant Corentin Cyril Damien Daniel David
    Denis Didier Dimitri Dorian Édouard Éloi Émile Emmanuel Enzo Éric Ernest Étienne Fabien
    Fabrice Félix Fernand Florent Florian Franck François Frédéric Gabriel Gaspard Gaston
    Gauthier Geoffrey Georges Gérard Germain Gilbert Gilles Grégoire Grégory Guillaume
    Gustave Guy Henri Hervé Hubert Hugo Jacques Jean Jérémy Jérôme Joël Joseph Jules Julien
    Karim Kévin Laurent Léo Léon Léonard Loïc Louis Luc Lucas Lucien Marc Marcel Marius
    Martin Mathéo Mathieu Mathis Matthias Maurice Maxime Michel Mickaël Nathan Nicolas Noël
    Olivier Pascal Patrice Patrick Paul Philippe Pierre Quentin Raphaël Raymond Régis Rémi
    René Richard Robert Robin Rodolphe Roger Roland Romain Sacha Sébastien Serge Simon
    Stéphane Sylvain Théo Théodore Thibault Thierry Thomas Timothée Tristan Valentin Victor
    Vincent Xavier Yann Yves Yvon
  `,
  families: `
    Adam André Antoine Arnaud Aubert Aubry Bailly Barbier Baron Barre Benoit Berger Bernard
    Bertin Bertrand Besson Blanc Blanchard Bonnet Boucher Boulanger Bourgeois Bouvier Boyer
    Breton Brun Brunet Caron Carpentier Charles Charpentier Chevalier Clément Colin Collet
    Cordier Cousin Daniel David Delaunay Delmas Deschamps Devaux Didier Dubois Dufour Dumas
    Dumont Dupont Dupuis Dupuy Durand Duval Étienne Fabre Faure Fernandez Ferrand Fleury
    Fontaine Fournier François Gaillard Garcia Garnier Gauthier Gautier Gay Gérard Germain
    Gilbert Gilles Gillet Girard Giraud Gonzalez Grand Grégoire Guérin Guichard Guillaume
    Guillot Guyot Hamon Hardy Henry Herbert Hervé Hubert Huet Humbert Jacob Jacquet Jacquot
    Jean Joly Julien Klein Lacroix Laine Lambert Langlois Laporte Laurent Leblanc Lebrun
    Leclerc Leclercq Lecomte Lefebvre Lefèvre Léger Legrand Lejeune Lemaire Lemaître Lemoine
    Leroux Leroy Lévêque Lopez Louis Lucas Mallet Marchal Marchand Marie Martin Martinez
    Marty Masson Mathieu Maillard Ménard Mercier Meunier Meyer Michaud Michel Millet Monnier
    Moreau Morel Morin Moulin Muller Nguyen Nicolas Noël Olivier Paris Pasquier Payet
    Pelletier Perez Perret Perrier Perrin Perrot Philippe Picard Pichon Pierre Poirier Pons
    Poulain Prévost Rémy Renard Renaud Rey Reynaud Richard Rivière Robert Robin Roche
    Rodriguez Roger Rolland Rousseau Roussel Roux Roy Royer Sanchez Schmitt Schneider Simon
    Tessier Thomas Vallée Vasseur Vidal Vincent Weber
  `,
}
