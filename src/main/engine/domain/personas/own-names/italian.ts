import type { OwnNames } from './own-names.ts'

export const italian: OwnNames = {
  women: `
    Ada Adele Adriana Agata Agnese Alba Alessandra Alessia Alice Allegra Amelia Anastasia
    Angela Anita Anna Annalisa Antonella Arianna Asia Aurora Barbara Beatrice Benedetta
    Bianca Bruna Camilla Carla Carlotta Carolina Caterina Cecilia Chiara Cinzia Clara
    Claudia Cristina Daniela Debora Diana Donatella Elena Eleonora Elisa Elisabetta Emanuela
    Emilia Emma Erica Ester Eva Federica Fiorella Flavia Franca Francesca Gabriella Gaia
    Gemma Giada Ginevra Gioia Giorgia Giovanna Giuditta Giulia Giuliana Giuseppina Gloria
    Grazia Greta Ilaria Ines Irene Irma Isabella Laura Lavinia Letizia Lidia Liliana Linda
    Lisa Livia Loredana Lorena Lucia Luciana Ludovica Luisa Maddalena Manuela Mara Marcella
    Margherita Maria Marina Marisa Marta Martina Matilde Melissa Michela Miriam Mirella
    Monica Nadia Nicoletta Noemi Olivia Ornella Paola Patrizia Pia Raffaella Rebecca Renata
    Rita Roberta Rosa Rosanna Rossella Sabrina Sara Serena Silvana Silvia Simona Sofia Sonia
    Stefania Susanna Teresa Tiziana Valentina Valeria Vanessa Veronica Viola Virginia
    Vittoria
  `,
  men: `
    Achille Adriano Agostino Alberto Aldo Alessandro Alessio Alex Alfonso Alfredo Amedeo
    Andrea Angelo Antonio Armando Arturo Attilio Augusto Bernardo Bruno Camillo Carlo
    Carmine Cesare Christian Claudio Corrado Cosimo Cristian Cristiano Damiano Daniele
    Danilo Dario Davide Diego Dino Domenico Donato Edoardo Egidio Elia Elio Emanuele Emilio
    Enea Ennio Enrico Enzo Ernesto Ettore Eugenio Ezio Fabio Fabrizio Fausto Federico Felice
    Ferdinando Filippo Flavio Francesco Franco Fulvio Gabriele Gaetano Giacomo Gian Gianluca
    Gianni Gino Giorgio Giovanni Giuliano Giulio Giuseppe Guglielmo Guido Ignazio Ivan Ivano
    Jacopo Lando Leo Leonardo Livio Lorenzo Luca Luciano Lucio Ludovico Luigi Manlio Manuel
    Marcello Marco Mariano Mario Martino Massimiliano Massimo Matteo Mattia Maurizio Mauro
    Michele Mirko Nicola Nicolò Orazio Orlando Oscar Paolo Pasquale Patrizio Piero Pietro
    Raffaele Remo Renato Renzo Riccardo Rinaldo Roberto Rocco Rodolfo Romano Romeo Ruggero
    Salvatore Samuele Sandro Saverio Sebastiano Sergio Silvano Silvio Simone Stefano Tiziano
    Tommaso Ugo Umberto Valentino Valerio Vincenzo Vito Vittorio Walter
  `,
  families: `
    Abate Agostini Albanese Amato Angelini Antonelli Arena Arnoldi Baldi Barbieri Barone
    Bartoli Basile Basso Battaglia Bellini Benedetti Bernardi Berti Bertolini Bianchi Bianco
    Bonetti Bruni Bruno Bruschi Calabrese Caputo Carbone Carboni Caruso Casadei Castelli
    Catalano Cattaneo Cavalli Ceccarelli Cirillo Cocco Colombo Conte Conti Coppola Corsi
    Costa Costantini Costanzo D'Agostino D'Amico D'Angelo Donati Esposito Fabbri Falcone
    Farina Fava Ferrante Ferrara Ferrari Ferraro Ferretti Ferri Ferro Filippi Fiore Fontana
    Forte Franceschini Franco Fusco Gagliardi Galli Gallo Garofalo Gatti Gentile Germani
    Ghezzi Giordano Giorgi Giuliani Giusti Grassi Grasso Graziani Greco Grillo Grimaldi
    Guerra Guerrini Guidi Lanza Leone Lombardi Lombardo Longo Longhi Lorenzi Lucchesi
    Luciani Maggi Mancini Mancuso Manfredi Marchesi Marchetti Marconi Mariani Marini Marino
    Marra Martelli Martinelli Martini Martino Massa Mazza Mele Melis Merlo Messina Milani
    Molinari Monaco Montanari Monti Morandi Morelli Moretti Mori Moro Motta Mura Nardi Negri
    Neri Nicoletti Nicolini Oliva Olivieri Orlandi Orlando Orsini Pace Pagani Pagano
    Palmieri Palumbo Papa Parisi Pastore Pavone Pellegrini Pellegrino Perrone Pesce Piazza
    Pini Piras Poli Pozzi Proietti Pugliese Quaranta Raimondi Ricci Ricciardi Rinaldi Riva
    Rizzi Rizzo Romano Romeo Rosati Rossetti Rossi Rosso Rota Ruggeri Ruggiero Russo Sala
    Salvi Sanna Santini Santoro Sartori Savino Scotti Serra Sforza Silvestri Simonetti
    Sorrentino Spina Stella Testa Tosi Trevisan Valente Valentini Ventura Venturi Villa
    Villani Vitale Vitali Volpe Zanella Zanetti Zini
  `,
}
