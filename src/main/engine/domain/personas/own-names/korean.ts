import type { OwnNames } from './own-names.ts'

export const korean: OwnNames = {
  women: `
    Ae-ri Bo-ra Bo-ram Bo-young Chae-won Chae-young Da-eun Da-hye Da-hyun Eun-hee Eun-ji
    Eun-jung Eun-kyung Eun-mi Eun-seo Eun-sook Eun-young Ga-eun Ga-young Ha-eun Ha-na
    Ha-yoon Hae-won Hee-jin Hee-jung Hye-in Hye-jin Hye-kyung Hye-min Hye-rim Hye-sook
    Hye-won Hye-young Hyo-jin Hyo-jung Hyun-ah Hyun-hee Hyun-ji Hyun-jung Hyun-kyung
    Hyun-sook In-sook Jeong-hee Jeong-sook Ji-ah Ji-eun Ji-hye Ji-hyun Ji-min Ji-soo Ji-won
    Ji-woo Ji-yeon Ji-yoon Ji-young Jin-ah Jin-hee Jin-sook Jin-young Joo-hee Joo-yeon
    Jung-ah Jung-eun Jung-hee Jung-mi Jung-sook Kyung-ah Kyung-hee Kyung-mi Kyung-sook
    Mi-kyung Mi-na Mi-ran Mi-rae Mi-sook Mi-sun Mi-young Min-ah Min-ji Min-jung Min-kyung
    Min-seo Myung-hee Myung-sook Na-eun Na-rae Na-young Sae-rom Se-young Seo-hyun Seo-yeon
    Seo-yoon Seo-young So-hee So-hyun So-min So-yeon So-young Soo-ah Soo-bin Soo-jin
    Soo-kyung Soo-mi Soo-yeon Soo-young Soon-ja Sun-hee Sun-mi Sun-young Sung-hee Ye-eun
    Ye-jin Ye-rin Ye-won Yeon-hee Yeon-joo Yoo-jin Yoo-jung Yoo-mi Yoon-ah Yoon-hee Yoon-seo
    Young-ae Young-hee Young-ja Young-mi Young-sook
  `,
  men: `
    Beom-seok Byung-chul Byung-hoon Chan-ho Chan-woo Chang-hoon Chang-min Chul-soo Dae-hyun
    Dae-jung Do-hyun Do-yoon Dong-gun Dong-hoon Dong-hyun Dong-jin Dong-min Dong-soo
    Dong-wook Eun-ho Eun-woo Geon-woo Gi-tae Ha-joon Hae-sung Han-sol Hee-chul Ho-jin Ho-jun
    Ho-sung Hyuk-jin Hyun-jin Hyun-jun Hyun-min Hyun-seok Hyun-soo Hyun-sik Hyun-woo In-ho
    In-soo Jae-ho Jae-hoon Jae-hyun Jae-min Jae-sung Jae-won Jae-wook Ji-ho Ji-hoon Ji-hwan
    Ji-sung Ji-tae Jin-ho Jin-soo Jin-woo Jong-hoon Jong-hyun Jong-min Jong-soo Joo-ho
    Joo-won Joon-ho Joon-seo Joon-young Jung-ho Jung-hoon Jung-min Jung-soo Jung-woo Ki-hoon
    Ki-young Kwang-ho Kwang-soo Kyung-ho Kyung-min Kyung-soo Min-gyu Min-ho Min-hyuk Min-jae
    Min-jun Min-kyu Min-seok Min-soo Min-woo Myung-ho Nam-joon Sang-chul Sang-hoon Sang-hyun
    Sang-jin Sang-min Sang-woo Se-hun Se-jun Seo-jun Seok-jin Seong-ho Seung-gi Seung-ho
    Seung-hoon Seung-hyun Seung-min Seung-woo Si-woo Soo-hyun Soo-min Sun-woo Sung-ho
    Sung-hoon Sung-jin Sung-min Sung-soo Tae-ho Tae-hoon Tae-hyun Tae-min Tae-woo Tae-yang
    Won-jun Woo-jin Woo-sung Yong-ho Yong-jun Yong-soo Young-chul Young-ho Young-hoon
    Young-jae Young-jin Young-min Young-soo
  `,
  families: `
    Ahn An Bae Baek Ban Bang Bong Byeon Byun Cha Chae Chang Cheon Cho Choi Choo Chu Chun
    Chung Do Eom Eun Gal Gi Gil Go Gong Goo Gu Guk Gwak Ha Ham Han Heo Ho Hong Hur Huh Hwang
    Hyun Im In Jang Jeon Jeong Ji Jin Jo Joo Ju Jung Kang Ki Kil Kim Ko Koo Kong Kook Kwak
    Kwon Lee Lim Ma Maeng Min Mok Moon Myung Na Nam Namgung No Noh Oh Ok Pae Paik Park Pi
    Pyo Pyun Ra Rhee Rho Ryu Sa Seo Seok Seol Seon Seong Shim Shin Sim Sin So Sohn Son Song
    Suh Suk Sul Sun Sung Tae Tak Tang Uhm Wang Wi Won Woo Yang Yeo Yeom Yeon Yi Yim Yoo Yoon
    You Yu Yuk Yun
  `,
}
