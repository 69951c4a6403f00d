import type { OwnNames } from './own-names.ts'

export const westAfrican: OwnNames = {
  women: `
    Aba Abena Abeni Abiola Adaeze Adaora Adeola Aderonke Adesua Adetutu Adjoa Adwoa Afi Afia
    Afua Aissatou Akosua Akua Akuba Ama Amaka Amarachi Amba Amina Aminata Amma Arame Araba
    Asantewaa Ashanti Assatou Astou Awa Aya Ayomide Bilikisu Bimpe Binta Blessing Bolanle
    Bose Bukola Chiamaka Chidinma Chika Chinenye Chinyere Chioma Coumba Dami Dede Diarra
    Dzifa Ebele Ebere Efe Efua Ego Ekua Ene Esi Esther Ewurama Fanta Fatima Fatou Fatoumata
    Folake Folasade Funke Funmilayo Grace Habiba Hadiza Halima Hauwa Ifeoma Ify Ijeoma Iyabo
    Jumoke Kadiatou Kemi Khady Kudirat Kukua Ladi Lami Maame Mame Mariama Marieme Mercy
    Modupe Mojisola Morenike Nana Nafissatou Ndeye Ngozi Nkechi Nkiru Nneka Nnenna Obioma
    Ogechi Olabisi Oluchi Omolara Omotola Oumou Patience Penda Rama Ramatou Rokhaya Ronke
    Safiatou Salamatu Serwaa Simisola Sokhna Tinuke Titi Titilayo Tolu Toyin Uche Uju Uloma
    Yaa Yacine Yemisi Yetunde Yewande Zainab
  `,
  men: `
    Abass Abayomi Abdou Abdoulaye Abdul Abiodun Abu Adama Adamu Ade Adebayo Adebola Adekunle
    Ademola Adewale Aliou Aliyu Alhassan Amadou Aminu Ansah Atta Ayodele Ayo Babacar
    Babajide Babatunde Baffour Bakary Balla Bamidele Bashir Bello Birame Boubacar Chibuzo
    Chidi Chidubem Chigozie Chijioke Chike Chima Chinedu Chuka Chukwuemeka Cheikh Danjuma
    Dapo Daouda Dayo Demba Dele Djibril Ebo Ebuka Efosa Ekow El-Hadj Emeka Emmanuel Enoch
    Eze Femi Festus Fela Fiifi Gbenga Gideon Godwin Haruna Hassan Ibou Ibrahim Ibrahima
    Idrissa Idris Ifeanyi Ike Ikenna Ismaila Issa Isaac Jide Jibril Joseph Kayode Kehinde
    Khadim Kobina Kodjo Kofi Kojo Kola Kunle Kwabena Kwadwo Kwaku Kwame Kwasi Kweku Kwesi
    Lamine Lanre Lasisi Malick Mamadou Mawuli Modou Moussa Musa Mustapha Nii Nnamdi Nonso
    Obi Obinna Ochieze Olamide Olufemi Oluwaseun Olusegun Onyekachi Osagie Ousmane Ousseynou
    Oumar Pape Paa Rotimi Saidu Salif Sani Segun Seydou Seun Shehu Sola Souleymane Suleiman
    Taiwo Tayo Tijani Tobi Tunde Uche Uchenna Ugochukwu Umar Usman Wale Wasiu Yakubu Yaw
    Yemi Yusuf
  `,
  families: `
    Abara Abdullahi Abiodun Aboagye Abubakar Achebe Acheampong Adamu Addo Adebayo Adekunle
    Adeleke Adeniyi Adewale Adeyemi Adigun Adjei Afolabi Agbaje Agyeman Agyei Aidoo Ajayi
    Akande Akinola Akinwale Akpan Akoto Akufo Alabi Aliyu Amadi Amankwah Ampofo Amoah Amoako
    Anane Aniagolu Annan Anning Ansah Antwi Anyanwu Appiah Arhin Arthur Asamoah Asante Asare
    Awolowo Ayodele Azikiwe Ba Badmus Bah Bakare Balogun Bamba Banjo Barry Bassey Bello
    Boadi Boateng Bonsu Botchway Bruce Camara Chukwu Cisse Coker Coulibaly Dabo Danso
    Danquah Darko Dembele Dia Diagne Diallo Diarra Diatta Dieng Diop Diouf Donkor Doumbia
    Drame Duah Duru Ebo Edet Effiong Egwu Ekpo Ekwueme Emenike Enahoro Essien Etim Eze
    Ezenwa Fadiga Fall Fashola Faye Fofana Folarin Frimpong Gana Gaye Gueye Gyamfi Gyasi
    Hassan Ibe Ibekwe Ibrahim Idowu Ikpeazu Inyang Issah Iwu Jaiyeola Jallow Kalu Kamara
    Kane Kanu Keita Konadu Kone Kouassi Kouyate Kuti Kwarteng Lawal Lawson Ly Maiga Mbaye
    Mbeki Mensah Mohammed Musa Nartey Ndiaye Ndour Ngom Niang Nkansah Nkrumah Nnadi
    Nwachukwu Nwosu Nyarko Obasi Obeng Obi Obiora Odu Ofori Ogbonna Ogundele Ogunleye Oduya
    Ojo Okafor Okeke Okereke Okoli Okon Okonkwo Okoro Okoye Okpara Oladipo Olaniyan Olatunji
    Oluwole Onyango Onyeka Opoku Osei Oseni Osinbajo Otoo Ouattara Owusu Oyelaran Pobee
    Quaye Quartey Sackey Sagna Salami Salisu Sall Sane Sanusi Sarpong Sarr Seck Sesay
    Shonekan Sidibe Sissoko Sow Sowah Sy Sylla Tall Tandoh Tetteh Thiam Tijani Toure Traore
    Tutu Udo Ugwu Umeh Usman Uzor Wade Wiredu Yeboah Yusuf Zakari
  `,
}
