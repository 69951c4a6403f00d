import type { OwnNames } from './own-names.ts'

export const turkish: OwnNames = {
  women: `
    Alev Aslı Asuman Aylin Ayla Aynur Ayşe Ayten Bahar Banu Başak Belgin Berna Beste Betül
    Burcu Büşra Canan Cansu Ceren Çiğdem Damla Defne Derya Didem Dilara Dilek Duygu Ebru Ece
    Eda Elif Emel Emine Esin Esra Fadime Fatma Feride Figen Filiz Funda Gamze Gizem Gönül
    Gül Gülay Gülsüm Gülşen Hacer Hale Hande Hatice Havva Hülya Işıl İpek Kübra Lale Leyla
    Mehtap Melek Melike Meltem Meral Merve Meryem Mine Nalan Nazan Nazlı Nermin Nesrin Neşe
    Nevin Nihal Nilgün Nilüfer Nur Nuray Nurcan Oya Özge Özlem Pelin Pınar Rabia Rana Reyhan
    Seda Selin Selma Semra Serap Sevgi Sevil Sevim Sibel Songül Sultan Şule Tuğba Tülay
    Türkan Ümran Yasemin Yeliz Yıldız Zehra Zeliha Zeynep Zühal
  `,
  men: `
    Abdullah Adem Adnan Ahmet Ali Alp Alper Arda Arif Atilla Aydın Aytaç Bahadır Barış
    Bayram Berk Berkay Bülent Burak Cahit Can Caner Celal Cem Cemal Cengiz Cihan Cüneyt
    Davut Deniz Devrim Doğan Ekrem Emin Emrah Emre Engin Enis Ercan Erdal Erdem Erdoğan Eren
    Erhan Erkan Erol Ersin Ertuğrul Fatih Ferhat Fikret Fuat Furkan Gökhan Güven Hakan Haluk
    Halil Hamza Hasan Haydar Hikmet Hüseyin İbrahim İhsan İlhan İlker İlyas İsmail Kaan
    Kadir Kamil Kemal Kenan Kerem Koray Levent Mahmut Mehmet Melih Mert Mesut Metin Murat
    Musa Mustafa Mutlu Nazım Necati Nihat Oğuz Okan Onur Orhan Osman Ömer Özgür Ramazan
    Recep Rıza Sabri Sadık Salih Savaş Sedat Selçuk Selim Semih Serdar Serhat Serkan Sinan
    Suat Süleyman Şahin Şükrü Tahir Tamer Taner Tarık Tayfun Tolga Tuncay Turgut Uğur Umut
    Ümit Volkan Yakup Yalçın Yasin Yavuz Yılmaz Yiğit Yunus Yusuf Zafer Zeki
  `,
  families: `
    Acar Akbaş Akbulut Akın Akkaya Aksoy Aksu Aktaş Akyol Akyüz Alkan Altun Altıntaş Arıkan
    Arslan Aslan Ateş Avcı Ay Ayaz Aydemir Aydın Aydoğan Balcı Baran Başaran Bayrak Bayram
    Bilgin Bingöl Bozkurt Bulut Can Candan Cengiz Ceylan Coşkun Çakır Çakmak Çalışkan Çelik
    Çetin Çetinkaya Çiçek Çiftçi Çoban Dağ Demir Demirbaş Demirci Demirel Demirtaş Deniz
    Dinçer Doğan Doğru Duman Durmaz Duran Eker Ekinci Er Erbaş Erdem Erdoğan Eren Ergin
    Ergün Erol Ersoy Ertürk Esen Gedik Gül Güler Gündoğdu Gündüz Güneş Güngör Gürbüz Güven
    İnan Işık Kaçar Kahraman Kalkan Kaplan Kara Karabulut Karaca Karadağ Karagöz Karahan
    Karakaş Karakaya Karakoç Karakuş Karataş Kaya Keskin Kılıç Kılınç Kır Kocaman Koç Koçak
    Korkmaz Köse Kurt Kuru Kuş Kuzu Mutlu Nalbant Oral Orhan Önal Öz Özbek Özcan Özçelik
    Özdemir Özer Özkan Öztürk Pala Parlak Peker Polat Sağlam Sarı Sarıkaya Sezer Sezgin
    Solmaz Soylu Sönmez Şahin Şeker Şen Şener Şimşek Tan Taş Taşçı Taşdemir Tekin Temel Tok
    Topal Toprak Tunç Tuncer Turan Türk Türkmen Uçar Uğur Ulusoy Uslu Uysal Uzun Ünal Ünlü
    Vural Yalçın Yaman Yavuz Yazıcı Yıldırım Yıldız Yılmaz Yiğit Yücel Yüksel Zengin
  `,
}
