-- What the store's last sheet said in a product's photos cell, one name a line: said again, it takes no photo away that was added since.
ALTER TABLE "product" ADD COLUMN "photos_cell" TEXT;
