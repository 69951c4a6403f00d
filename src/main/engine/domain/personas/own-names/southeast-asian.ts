import type { OwnNames } from './own-names.ts'

export const southeastAsian: OwnNames = {
  women: `
    Aisyah Althea Ana Andrea Angelica Anggun Anh Anita Anong Apinya Arunee Ayu Bích Bình
    Bituin Chi Citra Corazon Dao Dewi Diah Diep Dina Divina Dung Dwi Dyah Eka Elena Endang
    Erlinda Esti Farah Fatimah Fitri Giang Gloria Hà Hằng Hạnh Hasnah Hiền Hoa Hồng Huong
    Huyền Imelda Indah Intan Ika Jasmine Jocelyn Josefina Joy Kannika Kanya Khánh Kim Kusuma
    Lan Lestari Liên Liezel Ligaya Lina Linh Loan Luningning Lorna Mai Malai Malee Marites
    Maricel Maria Mayumi Mega Melati Mila Minh My Nga Ngân Ngoc Nguyet Nhung Nimfa Noraini
    Norma Nur Nurhayati Nurul Oanh Pacita Phuong Pim Ploy Putri Quyên Quynh Rahayu Rani
    Ratna Ratree Retno Rina Rizka Rohana Rosa Rosalie Rosmah Rowena Salmah Santi Sari
    Siriporn Siti Sofia Sri Suda Sukanya Sulastri Sumalee Suwanna Suzana Tam Teresita Thảo
    Thanh Thu Thuy Tien Titi Trang Trinh Tuyet Utami Uyên Van Wahyuni Wanida Wati Widya
    Wulan Yanti Yen Yuliana Yuni Zaleha Zarina
  `,
  men: `
    Abdul Adi Aditya Agung Agus Ahmad Aiman Alfredo Ali Amir An Anan Andi Anwar Ariel Arief
    Arturo Azlan Azman Bagus Bambang Bao Bayu Benigno Bima Bình Budi Cahyo Chai Chanchai
    Chatchai Crisanto Cường Dani Danilo Dat Dedi Denny Dian Dimas Dinh Dodi Duc Dũng Dwi
    Edgardo Edi Eduardo Efren Eka Eko Emilio Erlangga Ernesto Fadli Fajar Faisal Fauzi
    Ferdinand Gilang Giang Hadi Hafiz Hai Hairul Hakim Hamzah Hanif Hari Haris Harun Hendra
    Henry Heru Hiep Hieu Hoang Hung Huy Iman Imran Indra Irwan Iskandar Ismail Jaime Jayson
    Joko Jose Joselito Kamal Khairul Khanh Khoa Kiet Kittisak Krisna Kurniawan Lam Long Luan
    Lukman Manop Marcelo Minh Mohd Nam Narong Nattapong Nghia Nonoy Nugroho Nhan Panuwat
    Phong Phuc Pongsak Prasert Prayut Putra Quang Quoc Quyet Rachmat Rahmat Ramil Ramon
    Razak Reynaldo Rian Ricardo Ridwan Rizal Rizky Rodel Roel Rolando Rudi Rusdi Sakda
    Samsul Sanya Setiawan Sigit Slamet Somchai Somsak Son Suchart Sukarno Sunan Surasak
    Suryo Sutrisno Syafiq Tai Tan Taufik Teguh Thang Thanakorn Thanh Thaworn Thien Thinh
    Tien Toan Tomas Tri Trung Tuan Tung Udin Viet Vinh Virgilio Wahyu Wawan Wayan Weerachai
    Wicaksono Widodo Winai Wira Yanto Yudi Yusuf Zainal Zulkifli
  `,
  families: `
    Abad Abdullah Aguilar Agustin Alonzo Alvarez Andrada Angeles Aquino Arifin Aziz Bach
    Bakar Basri Bautista Bello Bernardo Budiman Bui Bunnag Cabrera Castillo Castro Chaiyasit
    Chan Charoen Chavez Chin Chua Corpuz Cruz Cuevas Dang Darmawan Dao David Diaz Dinh Do
    Domingo Doan Duong Enriquez Espiritu Estrada Fauzi Fernandez Flores Francisco Garcia
    Gatchalian Gomez Gonzales Goh Guerrero Gunawan Gutierrez Ha Hadi Hakim Halim Hamid
    Handoko Harahap Hardjono Hartono Hasan Hashim Hassan Hermawan Hernandez Hidayat Ho Hoang
    Hussein Huynh Ibrahim Intharat Irawan Iskandar Ismail Jaidee Javier Kasim Khong
    Kittikhun Koh Kurniawan Kusuma La Lam Latif Le Lee Leong Lim Lopez Lubis Luong Luu Ly
    Mahmud Mai Manalo Mangubat Mansor Marcelo Mariano Martinez Mendoza Mercado Morales
    Nasution Navarro Ng Ngo Nguyen Nugroho Ocampo Omar Ong Ortega Osman Othman Pacheco
    Padilla Pangestu Pascual Perez Permana Pham Phan Phung Pranoto Prasetyo Pratama Purnomo
    Quach Quiambao Quizon Rahman Ramirez Ramos Rattana Reyes Rivera Rodriguez Romero Rosales
    Rubio Saetang Salazar Saleh Salim Salonga Samad Sanchez Santiago Santos Santoso Saputra
    Setiawan Sihombing Simanjuntak Siregar Sithichai Soriano Srisai Suharto Sukhum Suparman
    Supriyadi Suryadi Susanto Sutanto Suwan Ta Tan Teo Thai Thongchai To Tolentino Tran
    Trinh Trần Tuazon Utomo Valdez Valencia Vargas Velasco Vergara Villanueva Vo Vu Vuong
    Wahyudi Wibowo Widjaja Wijaya Winata Wong Wongsawat Yap Yusof Yusuf Zainal Zakaria
  `,
}
