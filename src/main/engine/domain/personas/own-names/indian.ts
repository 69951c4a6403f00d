import type { OwnNames } from './own-names.ts'

export const indian: OwnNames = {
  women: `
    Aarti Aditi Aishwarya Alka Amrita Anita Anjali Anjana Ankita Anupama Anuradha Anushka
    Aparna Archana Aruna Asha Ashwini Bhavana Bhavna Chandrika Charu Chhaya Chitra Damini
    Deepa Deepika Devika Dimple Divya Ekta Gayatri Geeta Geetha Gauri Garima Harini Hema
    Heena Indira Indu Ishita Jaya Jayanthi Jyoti Kajal Kalpana Kalyani Kamala Kanchan Karuna
    Kavita Kavya Keerthi Kiran Kirti Komal Krishna Kusum Lakshmi Lalita Lata Latha Leela
    Madhavi Madhu Madhuri Malini Mamta Manisha Manju Maya Medha Meena Meenakshi Meera Megha
    Mina Mohini Monika Mridula Namrata Nandini Neelam Neeta Neha Nidhi Nikita Nisha Nithya
    Padma Pallavi Parvati Payal Pooja Poonam Pragya Pratibha Preeti Prema Priya Priyanka
    Pushpa Radha Radhika Rajani Rajni Rani Rashmi Rekha Renu Renuka Revathi Richa Ritu Riya
    Roshni Rukmini Sadhana Sandhya Sangeeta Sarala Saraswati Sarita Savita Seema Shalini
    Shanti Sharada Shilpa Shobha Shreya Shruti Shweta Simran Smita Sneha Sonal Sonia
    Suchitra Sudha Sujata Suman Sunita Supriya Sushma Swati Tanvi Tara Trupti Uma Urmila
    Usha Vaishali Vandana Vani Varsha Vasudha Vidya Vijaya Vimala Vinita Yamini
  `,
  men: `
    Aakash Abhay Abhijit Abhinav Abhishek Aditya Ajay Ajit Akash Akhil Akshay Alok Aman Amar
    Amit Amol Anand Anil Aniket Anirudh Ankit Ankur Anuj Anup Arjun Arun Arvind Ashish Ashok
    Ashwin Atul Avinash Balaji Balu Bharat Bhaskar Bhushan Chandan Chandra Chetan Chirag
    Darshan Deepak Dev Devendra Dhruv Dilip Dinesh Ganesh Gaurav Gautam Girish Gokul Gopal
    Govind Gurpreet Hari Harish Harsh Hemant Hitesh Indrajit Ishaan Jagdish Jatin Jay Jayesh
    Jeevan Jitendra Kailash Kamal Kapil Karan Karthik Kartik Kishore Krishnan Kunal Lakshman
    Lalit Lokesh Madhav Mahesh Manish Manoj Mayank Milind Mohan Mohit Mukesh Mukul Murali
    Nagaraj Naresh Narayan Naveen Neeraj Nikhil Nilesh Nitin Om Omkar Pankaj Paresh Parth
    Pavan Prabhakar Pradeep Prakash Pramod Pranav Prasad Prashant Pratap Pratik Praveen Prem
    Rahul Raj Rajan Rajat Rajeev Rajendra Rajesh Rajiv Rakesh Ram Ramesh Ranjit Ravi
    Ravindra Rishi Ritesh Rohan Rohit Sachin Sagar Sameer Sandeep Sanjay Sanjeev Santosh
    Sarath Satish Saurabh Shailesh Shankar Sharad Shashi Shekhar Shiva Shyam Siddharth Sohan
    Sridhar Srinivas Subhash Sudhir Sumit Sunil Suraj Surendra Suresh Surya Sushil Swapnil
    Tarun Tejas Uday Umesh Utkarsh Varun Venkat Vijay Vikas Vikram Vinay Vineet Vinod Vipin
    Vishal Vishnu Vivek Yash Yogesh
  `,
  families: `
    Acharya Agarwal Aggarwal Agnihotri Ahuja Amin Anand Arora Awasthi Babu Bagchi Bajaj
    Bajpai Bakshi Balakrishnan Banerjee Bansal Barman Barua Basu Batra Bedi Bhagat Bhandari
    Bhardwaj Bhargava Bhasin Bhat Bhatia Bhatnagar Bhatt Bhattacharya Bhosale Biswas Bora
    Bose Chadha Chakraborty Chanda Chandran Chatterjee Chaturvedi Chauhan Chavan Chawla
    Chopra Choudhury Dalal Das Dasgupta Datta Dave Desai Deshmukh Deshpande Dey Dhar Dhawan
    Dhillon Dixit Doshi Dube Dubey Dutta Gadkari Gaikwad Gandhi Ganguly Garg George Ghosh
    Gill Goel Goswami Gowda Goyal Grewal Gulati Gupta Guha Hegde Iyengar Iyer Jadhav Jain
    Jaiswal Jha Johar Joshi Kadam Kakkar Kale Kamat Kamble Kannan Kapadia Kapoor Kar Kashyap
    Kaul Kaur Khanna Khatri Khurana Kohli Kothari Krishnamurthy Krishnan Kulkarni Kumar
    Kundu Kurian Lal Lamba Madan Mahajan Maheshwari Majumdar Malhotra Malik Mallick Mandal
    Manohar Mathew Mathur Mehra Mehrotra Mehta Menon Mishra Mistry Mitra Modi Mohan Mohanty
    Mukherjee Mukhopadhyay Murthy Nag Nagar Nagarajan Naidu Naik Nair Nambiar Nanda Narang
    Narayan Narayanan Natarajan Nayak Nayar Negi Oberoi Ojha Padmanabhan Pai Pal Panda
    Pandey Pandit Pandya Panicker Parekh Parikh Patel Pathak Patil Patnaik Pawar Perera
    Pillai Pradhan Prabhu Prakash Prasad Puri Raghavan Rai Raina Raj Rajagopal Rajan Rajput
    Ramachandran Raman Ramaswamy Rana Ranganathan Rao Rastogi Rathore Raut Rawat Ray Reddy
    Roy Sachdev Saha Sahni Sahu Saini Saluja Samuel Sane Sanghvi Saran Sarkar Sarma Sathe
    Saxena Sehgal Sen Sengupta Seth Sethi Shah Sharma Shastri Shenoy Shetty Shinde
    Shrivastava Shukla Sidhu Singh Singhal Sinha Sodhi Solanki Soni Sood Srinivasan
    Srivastava Subramaniam Sundaram Suri Swaminathan Talwar Tandon Tata Thakkar Thakur Thapa
    Thapar Thomas Tiwari Trivedi Tyagi Upadhyay Varghese Varma Vasudevan Venkatesan Verma
    Vora Vyas Wadhwa Walia Yadav
  `,
}
