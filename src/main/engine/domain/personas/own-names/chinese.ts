import type { OwnNames } from './own-names.ts'

export const chinese: OwnNames = {
  women: `
    Ai Bei Bing Chun-Hua Dan Dan-Dan Fang Fang-Fang Fen Feng-Ying Gui-Lan Gui-Ying Gui-Fang
    Hai-Yan Hong Hong-Mei Hua Hui Hui-Min Jia Jia-Yi Jia-Qi Jian-Hua Jie Jin-Feng Jing
    Jing-Jing Juan Jun-Ying Lan Lan-Ying Lan-Fang Lei-Lei Li Li-Hua Li-Juan Li-Li Li-Na
    Li-Ping Lian Lin Ling Ling-Ling Lu Man Mei Mei-Hua Mei-Ling Mei-Yun Meng Min Mu-Qing Na
    Na-Na Ning Ping Pei-Pei Qian Qian-Qian Qin Qing Qiu-Yue Rong Rou Ru-Yi Rui Shan
    Shan-Shan Shu-Fen Shu-Lan Shu-Hua Shu-Ying Si-Qi Tian-Tian Ting Ting-Ting Wan-Ting
    Wen-Jing Xia Xiang Xiao-Fang Xiao-Hong Xiao-Ling Xiao-Min Xiao-Yan Xin Xin-Yi Xiu
    Xiu-Lan Xiu-Mei Xiu-Ying Xiu-Zhen Xue Xue-Mei Ya-Nan Ya-Ting Yan Yan-Yan Yang-Yang Yi
    Yi-Fan Yi-Nuo Yin Ying Ying-Ying Yu Yu-Lan Yu-Mei Yu-Ting Yu-Zhen Yue Yun Yun-Xia Ze-Yi
    Zhen Zi-Han Zi-Xuan Zi-Yi
  `,
  men: `
    An-Guo Bin Bo Bo-Wen Chang Chao Cheng Cheng-Long Chong Chuan Da-Wei Dong De-Hua Fan Fei
    Feng Fu-Gui Gang Guang Guo-Dong Guo-Hua Guo-Liang Guo-Qiang Hai Hai-Bo Hai-Tao Han Hao
    Hao-Ran Hao-Yu Heng Hong-Wei Hua-Jun Jia-Hao Jia-Jun Jian Jian-Guo Jian-Hua Jian-Jun
    Jian-Ping Jian-Wei Jie Jin-Long Jun Jun-Jie Kai Kang Ke Kun Lei Li-Jun Li-Qiang Liang
    Lin Long Lu Meng Ming Ming-Hui Ming-Yuan Ning Peng Peng-Fei Ping Qiang Qing-Song Rong
    Rui Shan Shao-Hua Shi-Jie Shuai Shun Song Tao Tian Tian-Yu Wei Wei-Dong Wei-Guo Wei-Min
    Wen Wen-Bin Wen-Jie Wu Xiang Xiao-Bo Xiao-Dong Xiao-Feng Xiao-Jun Xiao-Long Xiao-Ming
    Xin Xing Xu Xu-Dong Yan-Jun Yang Yi-Chen Yi-Ming Yong Yong-Gang Yong-Jun Yong-Qiang
    Yu-Chen Yu-Hang Yu-Xuan Yuan Yun-Fei Ze-Yu Zhen-Hua Zheng Zhi-Gang Zhi-Hong Zhi-Jun
    Zhi-Ming Zhi-Qiang Zhi-Wei Zhi-Yong Zhong Zi-Hao Zi-Rui
  `,
  families: `
    Ai An Bai Bao Bi Bian Bu Cai Cao Cen Chai Chang Che Chen Cheng Chi Chu Cui Dai Deng Ding
    Dong Dou Du Duan Fan Fang Fei Feng Fu Gan Gao Ge Geng Gong Gu Guan Gui Guo Han Hao He
    Hong Hou Hu Hua Huang Huo Ji Jia Jian Jiang Jiao Jin Jing Ju Kang Ke Kong Kuang Lai Lan
    Lang Lei Leng Li Lian Liang Liao Lin Ling Liu Long Lou Lu Luo Ma Mao Mei Meng Mi Miao
    Ming Mo Mu Ni Nie Niu Ouyang Pan Pang Pei Peng Pu Qi Qian Qiao Qin Qiu Qu Quan Rao Ren
    Ruan Rui Sang Sha Shan Shang Shao She Shen Sheng Shi Shu Si Sima Situ Song Su Sui Sun
    Tan Tang Tao Teng Tian Tong Tu Wan Wang Wei Wen Weng Wu Xi Xia Xiang Xiao Xie Xin Xing
    Xiong Xu Xuan Xue Yan Yang Yao Ye Yi Yin Ying You Yu Yuan Yue Yun Zang Zeng Zhai Zhan
    Zhang Zhao Zhen Zheng Zhong Zhou Zhu Zhuang Zhuge Zong Zou Zu Zuo
  `,
}
