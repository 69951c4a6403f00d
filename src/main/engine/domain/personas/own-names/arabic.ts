import type { OwnNames } from './own-names.ts'

export const arabic: OwnNames = {
  women: `
    Abeer Afaf Ahlam Aisha Alia Amal Amani Amina Amira Arwa Asma Aya Azza Basma Batoul
    Bushra Dalal Dalia Dina Doaa Eman Fadia Farah Fatima Faten Fawzia Ghada Ghizlane Habiba
    Hadeel Hafsa Hala Hanan Hanaa Heba Hind Huda Iman Inas Intisar Jamila Jihan Joumana
    Kawthar Khadija Kholoud Laila Lama Lamia Latifa Layla Leena Lina Lubna Maha Mai Malak
    Manal Maram Mariam Marwa Maysa Mona Nabila Nada Nadia Nahla Naima Najat Najwa Nawal
    Nesrine Nihad Nisreen Noha Nora Nour Ola Rabab Raghad Rania Rasha Rawan Reem Rim Rima
    Ruba Rula Safa Sahar Salma Salwa Samar Samia Samira Sana Sanaa Sara Sawsan Shaima Shatha
    Siham Soraya Souad Suhair Sumaya Wafaa Widad Yasmin Yousra Zahra Zainab Zeina
  `,
  men: `
    Abbas Abdallah Abdelaziz Abdelkader Abdulrahman Adel Adham Adnan Ahmed Akram Ali Amer
    Amin Amir Amr Anas Anwar Aref Ashraf Ayman Aziz Badr Bashar Basem Bassam Bilal Brahim
    Dawood Emad Essam Fadi Fahd Faisal Farid Faris Farouk Fathi Fouad Ghassan Habib Hamad
    Hamid Hamza Hani Haitham Hassan Hatem Hesham Hicham Hossam Hussein Ibrahim Idris Imad
    Iyad Ismail Issam Jabir Jaber Jalal Jamal Jamil Kamal Karim Khaled Khalid Khalil Lotfi
    Maher Mahdi Mahmoud Majed Malik Mansour Marwan Mazen Medhat Mehdi Mohamed Mohammed
    Mounir Mourad Mustafa Muath Nabil Nader Naji Nasser Nizar Omar Osama Qasim Rachid Rafiq
    Rami Ramy Rashid Riad Rida Saad Sabri Said Salah Salem Salim Samer Sami Samir Sharif
    Sherif Sofiane Sultan Suleiman Tamer Tarek Tariq Tawfiq Walid Wael Wissam Yahya Yasser
    Yassine Youssef Younes Zaid Zakaria Ziad
  `,
  families: `
    Abbas Abboud Abdallah Abdelrahman Abdou Aboud Alami Alaoui Allam Amer Amine Amrani Ammar
    Anwar Asfour Ashour Assaf Atallah Attia Awad Ayad Ayoub Azar Aziz Azzam Baccouche Badawi
    Bakri Bakkali Bannani Barakat Basha Batal Bazzi Belhadj Belkacem Benali Benjelloun
    Bennani Benmoussa Bensalem Berrada Bitar Bouazza Boukhari Boulos Bouzid Chaker Chami
    Chehab Cherif Chraibi Daher Dahmani Daoud Darwish Dib Diab Eid El-Amin El-Fassi El-Masry
    El-Sayed El-Tayeb Fadel Fahmy Fakhoury Farah Faraj Fares Farhat Farouk Fathy Fawzi Fayed
    Gaber Gamal Ghali Ghanem Ghannam Gharbi Ghazal Habib Haddad Haddou Hafez Hajjar Hakim
    Halabi Hamdan Hamdi Hamed Hammoud Hamza Hanna Harb Hariri Haroun Hashem Hassan Hassoun
    Hijazi Hosny Hussein Ibrahim Idrissi Ismail Issa Jaber Jabbour Jamal Jarrar Jaziri
    Kabbani Kadiri Kamal Kamel Kanaan Karam Karimi Kassem Kattan Khaled Khalifa Khalil
    Khatib Khoury Lahlou Latif Maalouf Madani Mahfouz Mahmoud Majdoub Makki Malki Mansour
    Masri Masoud Mekki Moussa Mourad Mubarak Mustafa Naciri Nader Nahas Najjar Nasr Nasser
    Nassar Nour Obeid Omar Osman Othman Qadir Qasim Rabah Radwan Rahal Rahman Ramadan Rashed
    Rizk Saab Saad Sabbagh Sabry Sadek Safadi Said Salah Salama Saleh Salem Salim Salman
    Samaha Sami Saqqaf Sarkis Sayegh Selmi Shaaban Shaheen Shahin Shami Sharaf Shawky
    Shehata Slimani Soliman Souissi Tahir Talib Tamimi Tawil Tazi Toumi Trabelsi Wahba
    Yacoubi Yassin Younes Younis Youssef Zaghloul Zahran Zaki Zaidan Zayed Zein Ziani Zidan
  `,
}
