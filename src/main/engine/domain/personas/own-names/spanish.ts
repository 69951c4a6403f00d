import type { OwnNames } from './own-names.ts'

export const spanish: OwnNames = {
  women: `
    Adela Adriana Aina Alba Alejandra Alicia Almudena Amalia Amanda Amparo Ana Andrea Ángela
    Ángeles Antonia Araceli Aránzazu Aurora Ainhoa Azucena Bárbara Beatriz Begoña Belén
    Berta Blanca Camila Candela Carla Carlota Carmen Carolina Catalina Cecilia Celia Clara
    Claudia Concepción Consuelo Cristina Daniela Diana Dolores Elena Elisa Elvira Emilia
    Encarnación Esperanza Estela Esther Eugenia Eva Fabiola Fátima Felisa Fernanda Florencia
    Francisca Gabriela Gema Gloria Graciela Guadalupe Inés Inmaculada Irene Isabel Isidora
    Jimena Josefa Juana Julia Juliana Laura Leonor Leticia Lidia Liliana Lorena Lourdes
    Lucía Luciana Luisa Luz Magdalena Maite Manuela Marcela Margarita María Mariana Marina
    Marisol Marta Martina Mercedes Micaela Milagros Miriam Mónica Montserrat Natalia Nerea
    Noelia Nuria Olga Paloma Paola Patricia Paula Paz Pilar Raquel Regina Remedios Renata
    Rocío Rosa Rosario Rut Salomé Sandra Sara Silvia Sofía Soledad Sonia Susana Teresa
    Trinidad Valentina Valeria Verónica Victoria Violeta Virginia Ximena Yolanda
  `,
  men: `
    Abel Adrián Agustín Alberto Alejandro Alejo Alfonso Alfredo Alonso Álvaro Andrés Ángel
    Aníbal Antonio Ariel Armando Arturo Benito Benjamín Bernardo Bruno Camilo Carlos César
    Claudio Cristian Cristóbal Damián Daniel Darío David Diego Domingo Eduardo Elías
    Emiliano Emilio Enrique Ernesto Esteban Eugenio Eusebio Ezequiel Fabián Federico Felipe
    Félix Fermín Fernando Fidel Francisco Gabriel Gerardo Germán Gonzalo Gregorio Guillermo
    Gustavo Héctor Hernán Horacio Hugo Humberto Ignacio Iker Isaac Ismael Iván Jacinto
    Jacobo Jaime Javier Jerónimo Jesús Joaquín Joel Jonás Jordi Jorge José Juan Julián Julio
    Leandro León Leonardo Leopoldo Lorenzo Lucas Luis Manuel Marcelo Marcos Mariano Mario
    Martín Mateo Matías Mauricio Maximiliano Miguel Moisés Nahuel Néstor Nicolás Octavio
    Omar Óscar Pablo Pascual Patricio Pedro Rafael Ramiro Ramón Raúl Ricardo Roberto Rodolfo
    Rodrigo Rogelio Román Rubén Salvador Samuel Santiago Saúl Sebastián Sergio Simón Teodoro
    Tomás Unai Valentín Vicente Víctor Xavier
  `,
  families: `
    Acosta Aguado Aguilar Aguirre Alarcón Alonso Álvarez Andrade Aparicio Aranda Arias
    Arroyo Ávila Ayala Ballesteros Barrera Barrios Bautista Beltrán Benítez Bermúdez Bernal
    Blanco Bravo Bustos Caballero Cabello Cabrera Calderón Calvo Cámara Camacho Campos Cano
    Cárdenas Carmona Carrasco Carrillo Casas Castaño Castillo Castro Cervantes Chávez
    Cisneros Collado Contreras Cordero Córdoba Cortés Costa Crespo Cruz Cuesta Delgado Díaz
    Díez Domínguez Durán Escobar Escudero Espinosa Esteban Esteve Fernández Ferrer Figueroa
    Flores Franco Fuentes Galán Gallardo Gallego Gálvez García Garrido Gil Giménez Godoy
    Gómez González Guerra Guerrero Gutiérrez Guzmán Heredia Hernández Herrera Herrero
    Hidalgo Hurtado Ibáñez Iglesias Izquierdo Jiménez Juárez Lara León López Lorenzo Lozano
    Luque Luna Macías Maldonado Manzano Marcos Marín Márquez Martí Martín Martínez Mateo
    Medina Méndez Mendoza Menéndez Merino Miranda Molina Montero Montes Montoya Mora Morales
    Moreno Moya Muñoz Navarro Navas Nieto Núñez Ochoa Ojeda Olivares Ordóñez Orozco Ortega
    Ortiz Otero Pacheco Padilla Palacios Pardo Paredes Pascual Pastor Peña Peralta Pereira
    Pérez Pineda Plaza Ponce Prieto Puente Quintana Quintero Ramírez Ramos Redondo Reyes
    Rincón Ríos Rivas Rivera Robles Roca Rodríguez Rojas Román Romero Rosales Rubio Rueda
    Ruiz Salas Salazar Salinas Sánchez Santana Santos Sanz Segura Serra Serrano Sierra Silva
    Solís Soler Sosa Soto Suárez Tapia Toledo Torres Trujillo Valencia Valero Vargas Vázquez
    Vega Velasco Vera Vergara Vicente Vidal Villa Villalobos Villanueva Zamora Zapata Zúñiga
  `,
}
