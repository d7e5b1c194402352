console.log("annalist")
