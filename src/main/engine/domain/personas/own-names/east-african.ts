import type { OwnNames } from './own-names.ts'

export const eastAfrican: OwnNames = {
  women: `
    Abeba Achieng Adhiambo Agnes Aisha Akeyo Akinyi Akoth Alem Almaz Amani Amina Anyango
    Asha Asnakech Aster Atieno Awino Aziza Bahati Beatrice Bethlehem Betty Birtukan
    Catherine Chebet Chepkoech Chepngeno Cherono Damaris Diana Dorcas Edith Eden Emebet
    Emily Esther Eunice Eyerusalem Faith Fatuma Feven Florence Furaha Gathoni Genet Gladys
    Grace Habiba Halima Hamisa Hanna Hawa Helen Hirut Hiwot Imani Irene Jacinta Jane Janet
    Jebet Jepkosgei Jerotich Joan Joyce Judith Kalkidan Kawira Khadija Konjit Lilian Lucy
    Lulit Lydia Makda Mariam Martha Mary Mekdes Mercy Meron Miriam Moraa Mumbi Mumbua Mwende
    Mwikali Nafula Naisula Nakato Nalubega Namakula Namukasa Nandi Naomi Nasra Neema Nekesa
    Njambi Njeri Njoki Nyaguthii Nyakio Nyambura Peninah Purity Rahel Rehema Rose Ruth Saba
    Salome Sara Selam Selamawit Senait Shamsa Sharon Subira Tabitha Tigist Tsion Tumaini
    Umutoni Uwase Wairimu Wambui Wangari Wanja Wanjiku Wanjiru Winnie Yeshi Yordanos Zainab
    Zawadi Zenebech Zuhura
  `,
  men: `
    Abdi Abdullahi Abebe Abel Abraham Addisu Adan Alemayehu Ali Amani Amanuel Andrew Anthony
    Asefa Baraka Barasa Bekele Benard Biruk Boniface Brian Charles Cheruiyot Chege Daniel
    Daudi David Dawit Dennis Dereje Elias Elijah Emmanuel Ephraim Eric Ermias Ezekiel Fasil
    Felix Fikru Francis Fred Frehiwot Gatluak George Getachew Gideon Girma Godfrey Haile
    Hamisi Hassan Henok Henry Ibrahim Idris Isaac Ismail Jabari Jackson Jacob James John
    Joseph Joshua Juma Kamau Karanja Kariuki Kassim Kato Kebede Kelvin Kennedy Kevin Khamis
    Kibet Kimani Kioko Kipchoge Kiprop Kiprotich Kiplagat Lemma Leonard Macharia Maina
    Mathew Mbugua Mekonnen Mengistu Michael Mohamed Moses Mugisha Muhoozi Mulugeta Musa
    Musyoka Mutua Mutiso Mwangi Mwenda Nahom Nathan Nicholas Njoroge Ochieng Odhiambo Okello
    Omari Omondi Onyango Opiyo Otieno Ouma Owino Patrick Paul Peter Philip Rajabu Ramadhani
    Richard Robert Said Salim Samson Samuel Seif Shaban Simon Solomon Stephen Tadesse Tamrat
    Tariku Tekle Temesgen Tesfaye Tewodros Thomas Timothy Tsegaye Victor Vincent Wafula
    Waweru Wekesa William Wondwosen Yared Yohannes Yonas Yusuf Zelalem Zerihun
  `,
  families: `
    Abate Abdi Abebe Abera Achola Adan Adera Agaba Akello Alemu Ali Amare Asfaw Ashenafi
    Assefa Atuhaire Ayele Barasa Bayisa Bekele Belay Berhanu Beyene Birhanu Biwott Chacha
    Chege Chepkwony Cheruiyot Dagne Dawit Debebe Demissie Desta Ejigu Endale Eshetu Fekadu
    Gachanja Gathogo Gebre Getahun Gichuru Gitau Gitonga Githinji Habimana Haile Hailu
    Hassan Hakizimana Ibrahim Irungu Jama Juma Kabera Kagame Kaggwa Kalisa Kamara Kamau
    Kamotho Karanja Kariuki Kasirye Kassa Katana Kayitesi Kebede Keino Kenyatta Keter Kiarie
    Kibet Kibaki Kidane Kigen Kiggundu Kilonzo Kimani Kimutai Kinyanjui Kinyua Kioko
    Kipkemboi Kiplagat Kiprono Kiprop Kirui Kiwanuka Koech Korir Kosgei Lagat Langat Legesse
    Lema Limo Lubega Lukwago Lwanga Macharia Magufuli Maina Makau Makonnen Makori Malisa
    Mamo Massawe Masika Matovu Mbabazi Mbugua Mbwana Mekonnen Mengesha Mfinanga Mkapa Mlinga
    Mohamed Mollel Moraa Muchiri Mugabo Mugisha Muigai Mukasa Mulugeta Munyao Muriithi Musa
    Mushi Musoke Musyoka Mutai Mutesi Mutiso Mutua Mwakasege Mwakio Mwangi Mwaura Mwenda
    Mwiti Mwinyi Nabukenya Nabwire Nakimuli Namubiru Ndayisaba Ndegwa Nderitu Ndungu Ngugi
    Niyonzima Nkurunziza Njenga Njoroge Njuguna Nsengiyumva Nyamai Nyerere Nyong Obara
    Ochieng Odera Odhiambo Odinga Oduor Ogola Ogutu Okello Okoth Olang Oloo Omar Omondi
    Ongeri Onyango Opio Opiyo Otieno Ouma Owino Owuor Rotich Rugema Rutto Salim Sang Seifu
    Semwogerere Serunkuma Shayo Shiferaw Simiyu Ssali Ssempijja Tadesse Tamiru Tefera Tekle
    Tesfaye Teshome Tessema Tilahun Tolossa Tsegaye Tumusiime Urassa Uwimana Wabwire Wafula
    Wainaina Wairimu Wambua Wanjala Waweru Wekesa Were Wolde Woldu Worku Yimer Yohannes
    Zenebe Zewde
  `,
}
