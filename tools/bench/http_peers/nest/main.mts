// NestJS's half of the comparison, on Fastify: started with PRODUCTS (a JSON file), SECRET and PORT in the environment.
import "reflect-metadata";

import { readFileSync } from "node:fs";

import {
  CanActivate, Controller, ExecutionContext, Get, Inject, Injectable, Module, Query, UnauthorizedException, UseGuards, ValidationPipe,
} from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { JwtModule, JwtService } from "@nestjs/jwt";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { Type } from "class-transformer";
import { IsInt, IsOptional, Max, Min } from "class-validator";

const { products } = JSON.parse(readFileSync(process.env.PRODUCTS!, "utf8"));

class ListProducts {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

@Injectable()
class TokenGuard implements CanActivate {
  constructor(@Inject(JwtService) private readonly tokens: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const [scheme, token] = (request.headers.authorization ?? "").split(" ");
    if (scheme !== "Bearer") throw new UnauthorizedException();
    try {
      request.user = await this.tokens.verifyAsync(token, { algorithms: ["HS256"], audience: "likeness" });
    } catch {
      throw new UnauthorizedException();
    }
    return true;
  }
}

@Controller("v1")
class Products {
  @Get("products")
  @UseGuards(TokenGuard)
  list(@Query() query: ListProducts) {
    return { products: products.slice(0, query.limit) };
  }
}

@Module({
  imports: [JwtModule.register({ secret: process.env.SECRET })],
  controllers: [Products],
  providers: [TokenGuard],
})
class AppModule {}

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { logger: ["error"] });
app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
await app.listen(Number(process.env.PORT), "127.0.0.1");
