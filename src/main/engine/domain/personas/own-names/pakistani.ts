import type { OwnNames } from './own-names.ts'

export const pakistani: OwnNames = {
  women: `
    Aaliya Afshan Aiman Aisha Aliya Almas Ambreen Amina Amna Anam Aneela Areeba Arooj Asifa
    Asma Atiya Ayesha Azra Benish Bisma Bushra Erum Faiza Farah Farhat Farida Farzana Fatima
    Fauzia Fiza Fozia Ghazala Gulnaz Habiba Hafsa Hajra Haleema Hania Hira Hina Humaira Huma
    Iqra Irum Ishrat Javeria Kainat Kanwal Khadija Khalida Kiran Kulsoom Laiba Lubna Madiha
    Maha Maheen Mahnoor Maham Maria Mariam Maryam Mehreen Mehwish Memoona Mishal Misbah
    Munazza Nadia Naeema Naheed Naila Najma Nargis Nasreen Nazia Nida Nighat Nimra Noor
    Nosheen Parveen Qurat Rabia Raheela Rahat Rehana Rida Rimsha Robina Rubina Rukhsana Saba
    Sabeen Sadia Saima Saira Sajida Salma Samina Samra Sana Sanam Sarwat Sehrish Shabana
    Shagufta Shaheen Shaista Shazia Shumaila Sidra Sobia Sumera Sundas Surayya Tahira
    Tanzeela Tasneem Tayyaba Uzma Wajiha Yasmeen Yumna Zahida Zahra Zainab Zara Zarqa Zeenat
    Zubaida
  `,
  men: `
    Aamir Aaqib Abdul Abid Abrar Adeel Adil Adnan Afzal Ahmad Ahsan Akbar Akhtar Akram Ali
    Aleem Amir Amjad Anwar Aqeel Arif Arshad Arslan Asad Asghar Ashfaq Asif Aslam Ata Atif
    Awais Ayaz Azam Azhar Babar Basit Bilal Danish Daud Ehsan Fahad Faheem Faisal Faiz
    Farhan Farooq Fawad Feroz Furqan Ghulam Habib Hafeez Haider Hamid Hammad Hamza Haris
    Haroon Hasan Hashim Hassan Hussain Ibrahim Idrees Iftikhar Ijaz Ilyas Imad Imran Imtiaz
    Inam Iqbal Irfan Ishaq Ismail Jahangir Jamal Jamil Jamshed Javed Junaid Kaleem Kamal
    Kamran Karim Kashif Khalid Khalil Khurram Latif Liaqat Luqman Majid Mansoor Maqsood
    Masood Mehmood Mohsin Moin Mubashir Mudassar Muneeb Munir Murtaza Musa Mushtaq Mustafa
    Mazhar Nabeel Nadeem Naeem Nasir Naveed Nawaz Noman Omar Omer Osama Pervaiz Qaiser Qasim
    Rafiq Raheel Rashid Raza Rehan Riaz Rizwan Saad Saeed Safdar Sajid Sajjad Saleem Salman
    Sami Saqib Sarfraz Shabbir Shahbaz Shahid Shahzad Shakeel Sharif Shehryar Shoaib Sohail
    Sufyan Tahir Talha Tanveer Tariq Tauseef Tayyab Umair Umar Usman Waheed Wajid Waleed
    Waqar Waqas Wasim Yasir Younis Yousaf Zafar Zahid Zaheer Zain Zeeshan Zia Zubair
    Zulfiqar
  `,
  families: `
    Abbas Abbasi Afridi Ahmad Ahmed Akbar Akhtar Akram Alam Alavi Ali Amin Ansari Anwar
    Arain Arif Arshad Asghar Ashraf Aslam Awan Azam Aziz Babar Baig Bajwa Baloch Bangash
    Bano Bashir Bhatti Bhutta Bokhari Bugti Bukhari Butt Chaudhry Cheema Chishti Dar Dogar
    Durrani Farooq Farooqi Fazal Gardezi Ghani Ghauri Ghori Gill Gillani Gondal Gujjar Habib
    Haider Hameed Hanif Haq Hashmi Hassan Hayat Hussain Iqbal Ismail Jafri Jalil Jamali
    Jamil Janjua Jatoi Javed Kakar Kamal Karim Kausar Kayani Kazmi Khalid Khalil Khan
    Khattak Khawaja Khokhar Khosa Kiani Kirmani Lakhani Laghari Latif Leghari Lodhi Mahmood
    Majeed Malik Manzoor Marri Masood Mehmood Memon Mengal Minhas Mir Mirza Mughal Mujahid
    Munir Mushtaq Mustafa Nadeem Naqvi Naseem Nasir Nawaz Niazi Nizami Noon Orakzai Pasha
    Pervaiz Pirzada Piracha Qadir Qadri Qaisrani Qazi Qureshi Rafiq Rahim Rahman Raja Rana
    Rao Rashid Rasool Rauf Raza Rehman Riaz Rind Rizvi Saeed Safdar Sajjad Salam Saleem Sami
    Sandhu Sarwar Satti Sethi Shabbir Shah Shahid Shaikh Shamsi Sharif Sheikh Sherazi
    Shinwari Shahzad Siddiqui Sohail Soomro Sultan Syed Tahir Talpur Tareen Tariq Tiwana
    Toor Umar Usman Usmani Virk Wahab Waheed Warraich Wattoo Wazir Yaqoob Yousaf Yousafzai
    Yusuf Zafar Zaidi Zaman Zardari Zia Zubair Zuberi
  `,
}
