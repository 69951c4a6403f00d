import type { OwnNames } from './own-names.ts'

export const persian: OwnNames = {
  women: `
    Afsaneh Arezoo Atefeh Azadeh Azar Azita Bahar Bahareh Banafsheh Behnaz Bita Darya Donya
    Elaheh Elham Elnaz Farahnaz Fariba Farideh Farnaz Farzaneh Fatemeh Fereshteh Firoozeh
    Forough Ghazal Ghazaleh Golnaz Golnar Golshan Hajar Haleh Hamideh Hanieh Hengameh Hoda
    Homa Jaleh Kimia Kobra Ladan Laleh Leila Mahboubeh Mahin Mahnaz Mahsa Mahshid Mandana
    Manijeh Marjan Maryam Marzieh Masoumeh Mehri Mehrnaz Mina Mitra Mojgan Mona Nahid Narges
    Nasim Nasrin Nazanin Negar Negin Niloofar Nooshin Parastoo Pardis Pari Parisa Parvaneh
    Parvin Pegah Pooneh Raha Roghayeh Roya Sahar Saba Sadaf Samaneh Samira Sanaz Sara Sareh
    Sepideh Setareh Shabnam Shadi Shahla Shahnaz Shahrzad Sheida Shirin Shohreh Shokoufeh
    Sima Simin Soheila Somayeh Soraya Tahereh Tara Taraneh Yalda Yasaman Yeganeh Zahra
    Zeinab Zhila Ziba Zohreh
  `,
  men: `
    Abbas Abolfazl Afshin Ahmad Akbar Ali Alireza Amin Amir Amirhossein Arash Ardeshir Arman
    Armin Arsalan Asghar Ashkan Babak Bahman Bahram Behnam Behrang Behrooz Behrouz Behzad
    Bijan Bizhan Dariush Davood Ebrahim Ehsan Esmail Fardin Farhad Farid Fariborz Farrokh
    Farshad Farshid Farzad Fereydoun Firooz Ghasem Gholamreza Habib Hadi Hamed Hamid
    Hamidreza Hasan Hashem Hesam Homayoun Hooman Hormoz Hossein Houshang Iman Iraj Isa Jafar
    Jahangir Jalal Jamshid Javad Kambiz Kamran Karim Kaveh Kazem Keyvan Khosrow Kianoush
    Kourosh Mahmoud Majid Mani Mansour Manouchehr Masoud Mehdi Mehrab Mehran Mehrdad Mehrzad
    Milad Mohammad Mohsen Mojtaba Morteza Mostafa Nader Naser Navid Nima Omid Parham Parsa
    Parviz Payam Pedram Pejman Peyman Pouya Rahim Ramin Rasoul Reza Rostam Rouzbeh Sadegh
    Saeed Sajjad Salman Saman Sasan Sepehr Shahin Shahram Shahriar Shahrokh Shahrouz Shapour
    Siamak Siavash Sina Sohrab Soroush Taghi Vahid Yaser Yousef
  `,
  families: `
    Abbasi Abdi Abdollahi Afshar Ahmadi Akbari Alavi Alizadeh Amini Amiri Ansari Arabi
    Arjmand Asadi Asgari Ashrafi Azimi Azizi Babaei Bagheri Bahrami Bakhtiari Behbahani
    Behzadi Borhani Davoodi Daneshvar Darabi Ebadi Ebrahimi Emami Esfahani Eskandari Esmaili
    Farahani Fallahi Farhadi Farrokhzad Fathi Fazeli Gharibi Ghasemi Ghaffari Ghanbari
    Ghorbani Golestani Habibi Hadadi Haghighi Hajian Hakimi Hamidi Hashemi Hatami Heidari
    Hejazi Hemmati Homayouni Hosseini Hosseinzadeh Jafari Jahangiri Jalali Jalili Jamali
    Jamshidi Javadi Kamali Karami Karimi Karimian Kashani Kazemi Kermani Keshavarz Khademi
    Khalili Khani Khatami Khodadadi Khorasani Khosravi Kiani Lotfi Madani Mahdavi Mahmoudi
    Maleki Malekzadeh Mansouri Masoudi Mazaheri Mehrabi Mirzaei Moghadam Mohammadi Mohebbi
    Mokhtari Montazeri Moradi Mortazavi Mostafavi Mousavi Naderi Nafisi Najafi Namazi Nasiri
    Nazari Nejati Nikpour Noori Nouri Omidi Parsa Pahlavan Pourreza Rad Rafiei Rahbari
    Rahimi Rahmani Rajabi Ramezani Rashidi Rasouli Razavi Rezaei Rostami Rouhani Sabeti
    Sadeghi Sadri Saeedi Safari Safavi Salehi Salimi Samadi Sardari Sarvari Shafiei Shahidi
    Shahbazi Shamsi Sharifi Shariati Shirazi Shojaei Sohrabi Soleimani Soltani Tabatabaei
    Taheri Talebi Tavakoli Tehrani Vahidi Vaziri Yazdani Yazdi Yousefi Zamani Zand Zare
    Zarei
  `,
}
