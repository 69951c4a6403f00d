import type { OwnNames } from './own-names.ts'

export const portuguese: OwnNames = {
  women: `
    Adelaide Adriana Alessandra Alexandra Alice Aline Amanda Amélia Ana Andreia Ângela
    Antónia Aparecida Augusta Aurora Bárbara Beatriz Benedita Bianca Branca Bruna Camila
    Carina Carla Carlota Carmo Carolina Catarina Cecília Célia Cláudia Clara Conceição
    Constança Cristiane Cristina Dalila Daniela Débora Denise Diana Dulce Eduarda Elaine
    Elisa Eliana Elsa Emília Ester Eugénia Eva Fabiana Fátima Fernanda Filipa Flávia
    Francisca Gabriela Giovana Glória Graça Heloísa Helena Ilda Inês Irene Íris Isabel
    Isadora Ivone Jacinta Jéssica Joana Josefa Júlia Juliana Lara Larissa Laura Leonor
    Letícia Lídia Lígia Lívia Lorena Lúcia Luciana Luísa Luzia Mafalda Manuela Mara Marcela
    Márcia Margarida Maria Mariana Marina Marisa Marlene Marta Matilde Melissa Micaela
    Mónica Natália Noémia Olga Olívia Palmira Patrícia Paula Priscila Raquel Rebeca Regina
    Renata Rita Rosa Rosana Sandra Sara Sílvia Simone Sofia Solange Sónia Susana Tânia
    Tatiana Telma Teresa Tereza Valéria Vanda Vanessa Vera Verónica Vitória Viviane Zélia
  `,
  men: `
    Abel Adão Adriano Afonso Alberto Alexandre Alfredo Álvaro Amadeu Amílcar Anderson André
    Ângelo Aníbal António Armando Arnaldo Artur Augusto Baltazar Benjamim Bento Bernardo
    Bruno Caio Caetano Carlos Celso César Cláudio Cristiano Daniel Danilo David Davi Dinis
    Diego Diogo Domingos Duarte Edgar Edson Eduardo Elias Emanuel Emílio Enzo Ernesto
    Estêvão Eugénio Fábio Felipe Fernando Filipe Flávio Francisco Frederico Gabriel Gaspar
    Gil Gilberto Gonçalo Guilherme Gustavo Heitor Hélder Hélio Henrique Hugo Humberto Igor
    Inácio Isaac Ivo Jaime Joaquim João Joel Jonas Jorge José Júlio Leandro Leonardo
    Lourenço Lucas Luciano Luís Manuel Marcelo Márcio Marco Marcos Mário Martim Mateus
    Matias Maurício Mauro Miguel Moisés Murilo Nelson Nicolau Nuno Octávio Orlando Óscar
    Otávio Paulo Pedro Rafael Ramiro Raul Renato Ricardo Roberto Rodrigo Rogério Romeu Ruben
    Rui Salvador Samuel Sandro Santiago Sebastião Sérgio Silvestre Simão Teodoro Tiago Tomás
    Tomé Valter Vasco Vicente Vinícius Vítor Wagner Xavier
  `,
  families: `
    Abrantes Abreu Afonso Aguiar Albuquerque Almeida Alves Amaral Amorim Andrade Antunes
    Aragão Araújo Arruda Azevedo Baptista Barbosa Barreto Barros Bastos Batista Bento
    Bernardes Bezerra Bittencourt Borges Braga Branco Brandão Brito Bueno Cabral Caetano
    Caldeira Camargo Camilo Campos Cardoso Carneiro Carreira Carvalho Castro Cavalcanti
    Cerqueira Chaves Coelho Cordeiro Correia Costa Coutinho Couto Cruz Cunha Custódio Dantas
    Dias Diniz Domingues Duarte Esteves Fagundes Faria Farias Fernandes Ferraz Ferreira
    Figueira Figueiredo Fonseca Fontes Fraga França Franco Freire Freitas Furtado Galvão
    Garcia Gaspar Godinho Gomes Gonçalves Gouveia Guedes Guerra Guerreiro Guimarães
    Henriques Jardim Jesus Lacerda Leal Leitão Leite Lemos Lima Lobo Lopes Loureiro Lourenço
    Lucas Macedo Machado Maciel Madeira Magalhães Maia Malheiro Marinho Marques Martins
    Matias Matos Meireles Melo Mendes Mendonça Menezes Mesquita Miranda Monteiro Morais
    Moreira Mota Moura Nascimento Neto Neves Nobre Nogueira Novais Nunes Oliveira Pacheco
    Padilha Paiva Paixão Palma Parente Passos Peixoto Pereira Pimenta Pimentel Pinheiro
    Pinho Pinto Pires Pontes Portela Prado Queiroz Queirós Quintela Ramalho Ramos Rangel
    Rebelo Reis Resende Ribeiro Rocha Rodrigues Rosa Sá Salgado Sampaio Sanches Santana
    Santiago Santos Saraiva Seabra Seixas Sequeira Serra Silva Silveira Simões Siqueira
    Soares Sobral Sousa Tavares Teixeira Teles Toledo Torres Valente Vargas Vasconcelos Vaz
    Ventura Viana Vidal Vieira Vilela Xavier
  `,
}
