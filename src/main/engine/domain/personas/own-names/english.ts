import type { OwnNames } from './own-names.ts'

export const english: OwnNames = {
  women: `
    Alice Amelia Amy Angela Anna Ashley Audrey Barbara Beth Brenda Carol Caroline Catherine
    Charlotte Chloe Christina Claire Danielle Deborah Denise Diana Diane Donna Dorothy
    Eleanor Elizabeth Ella Ellen Emily Emma Erin Evelyn Fiona Florence Frances Freya Gemma
    Georgia Gillian Grace Hannah Harriet Hazel Heather Helen Holly Imogen Isabel Isla
    Jacqueline Jane Janet Janice Jean Jennifer Jessica Joan Joanne Josephine Joyce Judith
    Julia Julie Karen Kate Katherine Kathleen Kelly Kimberly Kirsty Laura Lauren Leah Linda
    Lisa Lorraine Louise Lucy Margaret Maria Marion Martha Mary Megan Melissa Michelle Molly
    Nancy Natalie Nicola Nora Olivia Pamela Patricia Paula Pauline Phoebe Poppy Rachel
    Rebecca Rosemary Ruth Samantha Sandra Sarah Sharon Sheila Shirley Sophie Stephanie Susan
    Tessa Theresa Tracey Valerie Vanessa Victoria Violet Wendy Zoe
  `,
  men: `
    Aaron Adam Alan Albert Alexander Alfie Andrew Anthony Archie Arthur Ben Bernard Bradley
    Brandon Brian Bruce Callum Cameron Carl Charles Christopher Clive Colin Connor Craig
    Daniel Darren David Dean Dennis Derek Dominic Donald Douglas Duncan Dylan Edward Elliott
    Eric Ethan Evan Finley Frank Frederick Gareth Gary Geoffrey George Gerald Gordon Graham
    Gregory Harold Harry Harvey Henry Howard Hugh Ian Isaac Jack Jacob Jake James Jamie
    Jason Jeffrey Jeremy Joe John Jonathan Jordan Joseph Joshua Justin Keith Kenneth Kevin
    Kyle Lawrence Leo Leonard Lewis Liam Louis Luke Malcolm Mark Martin Matthew Max Michael
    Nathan Neil Nicholas Nigel Noah Oliver Oscar Owen Patrick Paul Peter Philip Ralph
    Raymond Richard Robert Roger Ronald Rory Ross Russell Ryan Sam Scott Sean Simon Stanley
    Stephen Steven Stuart Terence Theo Thomas Timothy Toby Trevor Tyler Victor Vincent
    Walter Wayne William Zachary
  `,
  families: `
    Adams Allen Anderson Andrews Armstrong Atkinson Austin Bailey Baker Ball Barker Barnes
    Barrett Bates Baxter Bell Bennett Berry Bishop Black Booth Bradley Brooks Brown Bryant
    Burgess Burke Burns Burton Butler Byrne Campbell Carpenter Carr Carroll Carter Chambers
    Chapman Clark Clarke Cole Coleman Collins Cook Cooper Cox Crawford Cunningham Curtis
    Davidson Davies Davis Dawson Day Dean Dixon Douglas Doyle Duncan Dunn Edwards Elliott
    Ellis Evans Farrell Ferguson Fisher Fitzgerald Fletcher Ford Foster Fox Francis Fraser
    Freeman Gallagher Gardner George Gibson Gilbert Gordon Graham Grant Gray Green Griffiths
    Hall Hamilton Hammond Harper Harris Harrison Hart Harvey Hawkins Hayes Henderson Henry
    Hicks Higgins Hill Hodgson Holland Holmes Hopkins Houghton Howard Howell Hudson Hughes
    Hunt Hunter Hutchinson Jackson James Jenkins Jennings Johnson Johnston Jones Jordan
    Kelly Kennedy King Knight Lawrence Lawson Lee Lewis Lloyd Long Lynch Macdonald Marsh
    Marshall Martin Mason Matthews Miller Mitchell Moore Morgan Morris Morrison Murphy
    Murray Nelson Newman Nichols Nolan Osborne Owen Palmer Parker Parsons Patterson Payne
    Pearson Perkins Perry Phillips Porter Powell Price Quinn Reed Reid Reynolds Richards
    Richardson Roberts Robertson Robinson Rogers Rose Ross Russell Ryan Saunders Scott Shaw
    Simpson Smith Spencer Stephens Stevens Stewart Stone Sullivan Sutton Taylor Thomas
    Thompson Thomson Turner Wade Walker Wallace Walsh Ward Warren Watkins Watson Watts Webb
    Wells West Wheeler White Wilkinson Williams Williamson Willis Wilson Wood Woods Wright
    Young
  `,
}
